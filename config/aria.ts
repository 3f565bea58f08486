import path from 'node:path'
import { ariaComponents } from './aria-attributes'

interface Platform {
  readonly template?: { mergeComponents(context: unknown, components: object): void }
  runtimePath: string | string[]
}
interface Context {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void
}

/** Lets aria-* attributes through to WXML: in the templates, and in the runtime that numbers their attributes alike. */
export default (context: Context): void =>
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, ariaComponents)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.ts')].flat()
    },
  })
