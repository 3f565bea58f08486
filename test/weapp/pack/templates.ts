import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { TmplGroup } from 'glass-easel-template-compiler'
import { builtinTags, prefixMarkup } from './builtin-tags'
import type { DistFile } from './files'

interface Warning {
  readonly message: string
  readonly startLine?: number
  readonly startColumn?: number
}

/** Compiles every wxml and wxs file, and the empty shells of WeChat's own components, into one JavaScript expression. */
export function compileTemplates(files: readonly DistFile[]): { code: string; errors: string[] } {
  const group = new TmplGroup()
  const errors: string[] = []
  for (const { ending, id, name, full } of files) {
    const text = ending === '.wxml' || ending === '.wxs' ? readFileSync(full, 'utf8') : ''
    if (ending === '.wxs') group.addScript(id, text)
    if (ending !== '.wxml') continue
    const warnings = group.addTmpl(id, prefixMarkup(text)) as Warning[]
    errors.push(...warnings.map(({ message, startLine, startColumn }) => `${name}:${startLine}:${startColumn} ${message}`))
  }
  for (const tag of builtinTags) group.addTmpl(`builtin/${tag}`, '<slot/>')
  const code = group.getTmplGenObjectGroups()
  group.free()
  try {
    new vm.Script(`0,${code}`)
  } catch (error) {
    errors.push(`wxml or wxs: ${(error as Error).message}`)
  }
  return { code, errors }
}
