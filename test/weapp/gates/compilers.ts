import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { distFiles } from '../pack/files'

const folders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }
const folder = process.arch === 'x64' || process.platform === 'darwin' ? folders[process.platform] : undefined

/** Whether WeChat's compilers run on this machine. */
export const canCompile = folder !== undefined

/** Compiles every wxml and wxs with WeChat's own compiler; gives what it complains of. */
export function compileMarkup(dist: string): string {
  const files = distFiles(dist).map(({ name }) => name)
  return run(
    'wcc',
    ['-d', '-cc', '0', ...files.filter((name) => /\.wxml$/.test(name)), ...files.filter((name) => /\.wxs$/.test(name))],
    dist,
  )
}

export function compileStyles(dist: string): string {
  const files = distFiles(dist).flatMap(({ name, ending }) => (ending === '.wxss' ? [name] : []))
  return run('wcsc', ['-db', '-pc', '0', ...files], dist)
}

/** The package brings the compilers without leave to run them: copies get it. */
function run(name: string, args: string[], cwd: string): string {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const own = mkdtempSync(path.join(os.tmpdir(), 'jiamenkou-compiler-'))
  const program = path.join(own, file)
  try {
    copyFileSync(
      path.join(path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler')), 'bin', folder as string, file),
      program,
    )
    chmodSync(program, 0o755)
    const { status, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    return status === 0 ? stderr : `${error?.message ?? ''}${stderr}` || `ended with ${status}`
  } finally {
    rmSync(own, { recursive: true })
  }
}
