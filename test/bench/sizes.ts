import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { services } from '../../src/services'
import type { Row } from './table'

const bytesOf = (file: string): number =>
  statSync(file).isDirectory()
    ? readdirSync(file).reduce((sum, name) => sum + bytesOf(path.join(file, name)), 0)
    : /\.(map|txt)$/.test(file)
      ? 0
      : statSync(file).size

/** Builds an empty Taro React app with this project's packages and gives its folder. */
function buildEmptyApp(): string {
  const folder = path.resolve('dist/empty-app')
  rmSync(folder, { recursive: true, force: true })
  cpSync(path.resolve('test/bench/empty-app'), folder, { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [path.resolve('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`the empty app does not build\n${stdout}\n${stderr}`)
  return path.join(folder, 'dist')
}

/** Main package against 1.5 times an empty app built in this run; each subpackage against 400 KB. */
export function measureSizes(): Row[] {
  const weapp = path.resolve('dist/weapp')
  const subpackages = services.map(({ name }) => ({ name, bytes: bytesOf(path.join(weapp, 'pages', name)) }))
  const main = bytesOf(weapp) - subpackages.reduce((sum, { bytes }) => sum + bytes, 0)
  const empty = bytesOf(buildEmptyApp())
  return [
    {
      what: 'main package / empty Taro React app',
      figure: main / empty,
      target: '<= 1.50',
      met: main <= empty * 1.5,
      note: `${main} / ${empty} bytes`,
    },
    ...subpackages.map(({ name, bytes }) => ({
      what: `subpackage ${name}`,
      figure: bytes / 1024,
      unit: 'KB',
      target: '<= 400',
      met: bytes <= 400 * 1024,
      note: `${bytes} bytes`,
    })),
  ]
}
