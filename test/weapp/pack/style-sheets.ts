import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Root } from 'postcss'
import { prefixSelector } from './builtin-tags'

/** A wxss file with what it imports, as CSS for the browser. Throws on what cannot be parsed and on an import of a missing file. */
export function styleSheet(file: string, dist: string, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const sheet = postcss.parse(readFileSync(file, 'utf8'), { from: file })
  const imported = takeImports(sheet, file, dist).map((found) => styleSheet(found, dist, seen))
  sheet.walkDecls((declaration) => {
    declaration.value = units(declaration.value)
  })
  sheet.walkRules((rule) => {
    const frames = rule.parent?.type === 'atrule' && /keyframes/.test((rule.parent as { name?: string }).name ?? '')
    if (!frames) rule.selectors = rule.selectors.map(prefixSelector)
  })
  return [...imported, sheet.toString()].join('\n')
}

/** 750 rpx are the width of any phone. A page is as high as its frame (a container here), without navigation and tab bar. */
const units = (value: string): string =>
  value.replace(/(-?\d*\.?\d+)rpx\b/g, (_, rpx: string) => `${+(Number(rpx) / 7.5).toFixed(5)}vw`).replace(/(-?\d*\.?\d+)vh\b/g, '$1cqh')

function takeImports(sheet: Root, file: string, dist: string): string[] {
  const found: string[] = []
  sheet.walkAtRules('import', (rule) => {
    const name = /["']([^"']+)["']/.exec(rule.params)?.[1] ?? ''
    const full = name.startsWith('/') ? path.join(dist, name) : path.resolve(path.dirname(file), name)
    if (!existsSync(full)) throw new Error(`@import of a missing file ${name}`)
    found.push(full)
    rule.remove()
  })
  return found
}
