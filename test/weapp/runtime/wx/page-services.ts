import { shownPage } from '../pages/stack'
import { answer, type Callbacks, Failure } from './answer'
import { mustHavePrivacyConsent } from './privacy'

type ScrollTo = Callbacks & { scrollTop?: number; selector?: string; offsetTop?: number }
type Toast = Callbacks & { title: string; duration?: number }

const usualToast = 1500
const toast = () => document.getElementById('toast') as HTMLElement
let fading: ReturnType<typeof setTimeout>

function say(title: string, duration = usualToast): void {
  toast().textContent = title
  clearTimeout(fading)
  fading = setTimeout(() => toast().replaceChildren(), duration)
}

/** What the shown page may ask of WeChat's own interface. */
export const pageServices = {
  pageScrollTo: (options: ScrollTo) =>
    answer('pageScrollTo', options, () => {
      const { scroller } = shownPage()
      const target = options.selector ? scroller.querySelector(options.selector) : undefined
      const above = target ? target.getBoundingClientRect().top - scroller.getBoundingClientRect().top : 0
      if (target) scroller.scrollTop += above + (options.offsetTop ?? 0)
      else if (options.scrollTop !== undefined) scroller.scrollTop = options.scrollTop
      return {}
    }),

  stopPullDownRefresh: (options?: Callbacks) => answer('stopPullDownRefresh', options, () => ({})),

  /** WeChat says itself that something was copied. */
  setClipboardData: (options: Callbacks & { data: string }) =>
    answer('setClipboardData', options, async () => {
      if (typeof options.data !== 'string') throw new Failure('parameter error: parameter.data should be String')
      await mustHavePrivacyConsent('setClipboardData')
      say('内容已复制')
      return {}
    }),

  showToast: (options: Toast) =>
    answer('showToast', options, () => {
      say(options.title, options.duration)
      return {}
    }),
}
