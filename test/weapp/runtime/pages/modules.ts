import { builtinTags } from '../../pack/builtin-tags'
import type { PartConfig } from '../../packed'
import { space } from '../engine'
import { resolvePath } from './launch'
import { logicFunction, logicGlobal } from './standard-library'

type ComponentEnv = Parameters<Parameters<typeof space.componentEnv>[1]>[0]

/** What App() was given. */
export interface AppInstance {
  onLaunch?(options: object): void
  onShow?(options: object): void
  onHide?(): void
}

interface Module {
  exports: unknown
}

const modules = new Map<string, Module>()
const registered = new Set<string>()
/** Page and Component act for the file that is being loaded. */
let registering: ComponentEnv | undefined
let app: AppInstance | undefined
let wx: object = {}

/** Gives the mini-program its wx, before anything is loaded. */
export function giveWx(given: object): void {
  wx = given
}

const builtins = Object.fromEntries(builtinTags.map((tag) => [`wx-${tag}`, `/builtin/${tag}`]))

export const appInstance = (): AppInstance | undefined => app

/** Runs a js file of the mini-program once and gives its exports; a page's or component's is registered by it. */
export function load(id: string, pages: () => unknown[]): unknown {
  const known = modules.get(id)
  if (known) return known.exports
  const { scripts, configs, pages: routes } = window.packedApp
  const script = scripts[id]
  if (!script) throw new Error(`${id}.js is not in the package`)
  const module: Module = { exports: {} }
  modules.set(id, module)
  const require = (path: string) => load(scriptId(id, path), pages)
  const run = () => script(require, module, module.exports, wx, ...registrars, () => app, pages, logicGlobal, logicFunction)
  const config = configs[id]
  if (config && (config.component || config.usingComponents || routes.includes(id))) register(id, config, run, pages)
  else run()
  return module.exports
}

const registrars = [
  (given: AppInstance) => {
    app = given
  },
  (given: never) => registering?.Page(given),
  (given: never) => registering?.Component(given),
  (given: never) => registering?.Behavior(given),
]

function scriptId(from: string, path: string): string {
  const id = resolvePath(from, path.replace(/\.js$/, ''))
  return window.packedApp.scripts[id] ? id : `${id}/index`
}

function register(id: string, config: PartConfig, run: () => void, pages: () => unknown[]): void {
  registered.add(id)
  const own: Record<string, string> = {}
  for (const [name, url] of Object.entries({ ...window.packedApp.app.usingComponents, ...config.usingComponents })) {
    const target = scriptId(id, url)
    own[name] = `/${target}`
    if (!registered.has(target)) load(target, pages)
  }
  space.addComponentStaticConfig(id, { ...config, styleIsolation: 'shared', usingComponents: { ...builtins, ...own } } as never)
  const { templates } = window.packedApp
  if (id in templates) space.addCompiledTemplate(id, { groupList: templates, content: templates[id] })
  space.componentEnv(id, (environment) => {
    const before = registering
    registering = environment
    run()
    registering = before
  })
}
