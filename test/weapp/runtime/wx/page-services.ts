import { shownPage } from '../pages/stack'
import { answer, type Callbacks } from './answer'

type ScrollTo = Callbacks & { scrollTop?: number; selector?: string; offsetTop?: number }
type Toast = Callbacks & { title: string; duration?: number }

const usualToast = 1500
const toast = () => document.getElementById('toast') as HTMLElement
let fading: ReturnType<typeof setTimeout>

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

  showToast: (options: Toast) =>
    answer('showToast', options, () => {
      toast().textContent = options.title
      clearTimeout(fading)
      fading = setTimeout(() => toast().replaceChildren(), options.duration ?? usualToast)
      return {}
    }),
}
