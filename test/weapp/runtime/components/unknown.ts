import { builtinTags } from '../../pack/builtin-tags'
import { report } from '../report'
import { isRegistered, register } from './builtin'

/** Tags that WeChat knows and the runner draws as an empty box: a page that uses one is reported. */
export function registerRest(): void {
  for (const tag of builtinTags) {
    if (isRegistered(tag)) continue
    register(tag, {
      properties: {},
      behave() {
        report.missingComponent(tag)
        return {}
      },
    })
  }
}
