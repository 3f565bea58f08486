import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Taro's own, which is no function of WeChat's. */
const taros = new Set(['getCurrentPages'])

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.h5\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))

/** The functions of WeChat's that the app calls. */
export function usedFunctions(folder = 'src'): string[] {
  const calls = sources(folder).flatMap((text) =>
    [...text.matchAll(/\bTaro\.([a-z]\w*)\s*(?:<[^>]*>)?(?:\?\.)?\(/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(calls)].filter((name) => !taros.has(name)).sort()
}
