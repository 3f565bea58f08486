import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { AppConfig, PartConfig } from '../packed'
import { allPages, missingComponents, missingOfApp } from './configs'
import { type DistFile, distFiles } from './files'
import { wrapScript } from './scripts'
import { styleSheet } from './style-sheets'
import { compileTemplates } from './templates'

const runtime = fileURLToPath(new URL('../runtime/', import.meta.url))

export interface Packed {
  /** What WeChat's tools would refuse. */
  readonly errors: readonly string[]
  readonly pages: readonly string[]
}

/** Makes a folder that a browser can run out of a mini-program's dist. */
export async function pack(dist: string, out: string): Promise<Packed> {
  const files = distFiles(dist)
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppConfig
  const errors = missingOfApp(app, dist)
  const read = <T>(ending: string, make: (file: DistFile) => T): Record<string, T> => {
    const made: Record<string, T> = {}
    for (const file of files.filter((one) => one.ending === ending)) {
      try {
        made[file.id] = make(file)
      } catch (error) {
        errors.push(`${file.name}: ${(error as Error).message}`)
      }
    }
    return made
  }
  const configs = read('.json', ({ full }) => JSON.parse(readFileSync(full, 'utf8')) as PartConfig)
  const scripts = read('.js', ({ full, name }) => wrapScript(readFileSync(full, 'utf8'), name))
  const styles = read('.wxss', ({ full }) => styleSheet(full, dist))
  const templates = compileTemplates(files)
  errors.push(...templates.errors, ...missingComponents(configs, new Set(Object.keys(scripts))))
  const pages = allPages(app)
  mkdirSync(out, { recursive: true })
  const programs = Object.entries(scripts).map(([id, code]) => `${JSON.stringify(id)}: ${code}`)
  writeFileSync(
    path.join(out, 'package.js'),
    `window.packedApp = { ...${JSON.stringify({ app, pages, configs, styles })}, templates: ${templates.code}, scripts: {${programs.join(',\n')}} }\n`,
  )
  copyAssets(files, out)
  await buildRuntime(out)
  return { errors, pages }
}

function copyAssets(files: readonly DistFile[], out: string): void {
  for (const { ending, full, name } of files) {
    if (['.js', '.json', '.wxml', '.wxss', '.wxs'].includes(ending)) continue
    mkdirSync(path.dirname(path.join(out, name)), { recursive: true })
    copyFileSync(full, path.join(out, name))
  }
}

async function buildRuntime(out: string): Promise<void> {
  await build({
    entryPoints: [path.join(runtime, 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    outfile: path.join(out, 'runtime.js'),
    logLevel: 'error',
  })
  for (const name of ['index.html', 'builtins.css', 'chrome.css']) copyFileSync(path.join(runtime, name), path.join(out, name))
}
