import './page-globals'
import { registerBuiltins } from './components/register-all'
import { addStyleSheets } from './pages/chrome'
import { launchOptions, launchUrl } from './pages/launch'
import { appInstance, giveWx } from './pages/modules'
import { isTab, loadScript, relaunch, routes, shownPage } from './pages/stack'
import { report, watchErrors } from './report'
import { functions, wx } from './wx/wx'

const named = functions as unknown as Record<string, (options: object) => unknown>

const call = (name: string, options: object = {}) =>
  new Promise<{ ok: boolean; answer: unknown }>((resolve) => {
    named[name]({
      ...options,
      success: (answer: unknown) => resolve({ ok: true, answer }),
      fail: (answer: unknown) => resolve({ ok: false, answer }),
    })
  })

async function must(name: string, options: object): Promise<void> {
  const { ok, answer } = await call(name, options)
  if (!ok) throw new Error((answer as { errMsg: string }).errMsg)
}

watchErrors()
registerBuiltins()
addStyleSheets()
// a rem is a twentieth of the phone's width
document.documentElement.style.fontSize = `${innerWidth / 20}px`
giveWx(wx)
loadScript('app')
appInstance()?.onLaunch?.(launchOptions())
appInstance()?.onShow?.(launchOptions())
relaunch(launchUrl())

window.runner = {
  report,
  routes,
  open: (url) => must(isTab(url.replace(/^\//, '')) ? 'switchTab' : 'navigateTo', { url }),
  back: () => must('navigateBack', {}),
  pullDown: () => shownPage().tell('onPullDownRefresh'),
  reachBottom: () => shownPage().tell('onReachBottom'),
  functions: () => Object.keys(functions),
  call,
}
