import { builtinTags } from '../../pack/builtin-tags'
import { report } from '../report'
import { register } from './builtin'

/** Tags that WeChat knows and the runner draws as an empty box: a page that uses one is reported. */
export function registerRest(known: ReadonlySet<string>): void {
  for (const tag of builtinTags) {
    if (known.has(tag)) continue
    register(tag, {
      properties: {},
      behave() {
        report.missingComponent(tag)
        return {}
      },
    })
  }
}
