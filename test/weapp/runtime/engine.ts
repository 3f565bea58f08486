import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { report } from './report'

glassEasel.addGlobalErrorListener((error) => {
  report.error(error)
  return false
})
glassEasel.addGlobalWarningListener((warning) => {
  report.warn(String((warning as { message?: string }).message ?? warning))
  return false
})

const backend = new glassEasel.CurrentWindowBackendContext()
backend.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented() ? 1 : 0
})

const environment = new MiniProgramEnv()

/** Where the mini-program's pages and components are registered. */
export const space = environment.createCodeSpace('', true)
export const pageBackend = environment.associateBackend(backend)

sendDataAsText()
showIds()

/**
 * In WeChat data goes to the page as JSON text: what JSON cannot hold is lost, and its length is what 体验评分 counts.
 * WeChat takes a path like list.[0].name, glass-easel only list[0].name.
 */
function sendDataAsText(): void {
  const prototype = glassEasel.Component.prototype as { setData(this: { is: string }, data?: object): void }
  const { setData } = prototype
  prototype.setData = function (data) {
    if (!data || this.is.startsWith('builtin/')) return setData.call(this, data)
    const text = JSON.stringify(data)
    report.setData.push({ part: this.is, at: performance.now(), bytes: new TextEncoder().encode(text).length })
    const sent = Object.entries(JSON.parse(text) as object).map(([path, value]) => [path.replaceAll('.[', '['), value])
    return setData.call(this, Object.fromEntries(sent))
  }
}

/** The adapter would prefix ids; selectors of style sheets need them as they are written. */
function showIds(): void {
  const { prototype } = glassEasel.Element
  const id = Object.getOwnPropertyDescriptor(prototype, 'id') as PropertyDescriptor
  Object.defineProperty(prototype, 'id', {
    ...id,
    set(this: { getBackendElement(): unknown }, value: string) {
      id.set?.call(this, value)
      const shown = this.getBackendElement()
      if (shown instanceof HTMLElement) shown.id = value
    },
  })
}
