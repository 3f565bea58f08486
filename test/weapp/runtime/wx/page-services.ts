import { drawNavigationBar } from '../pages/chrome'
import { shownPage } from '../pages/stack'
import { answer, type Callbacks } from './answer'
import { ask } from './dialog'

type ScrollTo = Callbacks & { scrollTop?: number; selector?: string }
type Toast = Callbacks & { title: string; duration?: number }
type Modal = Callbacks & { title?: string; content?: string; showCancel?: boolean; confirmText?: string; cancelText?: string }

const toast = () => document.getElementById('toast') as HTMLElement
let fading: ReturnType<typeof setTimeout>

/** What the shown page may ask of WeChat's own interface. */
export const pageServices = {
  pageScrollTo: (options: ScrollTo) =>
    answer('pageScrollTo', options, () => {
      const { scroller } = shownPage()
      if (options.selector) scroller.querySelector(options.selector)?.scrollIntoView()
      else scroller.scrollTop = options.scrollTop ?? 0
      return {}
    }),

  setNavigationBarTitle: (options: Callbacks & { title: string }) =>
    answer('setNavigationBarTitle', options, () => {
      shownPage().title = options.title
      drawNavigationBar(shownPage())
      return {}
    }),

  stopPullDownRefresh: (options?: Callbacks) => answer('stopPullDownRefresh', options, () => ({})),

  showToast: (options: Toast) =>
    answer('showToast', options, () => {
      toast().textContent = options.title
      clearTimeout(fading)
      fading = setTimeout(() => toast().replaceChildren(), options.duration ?? 1500)
      return {}
    }),

  showModal: ({ title = '', content = '', showCancel = true, confirmText, cancelText = '取消', ...callbacks }: Modal) =>
    answer('showModal', callbacks, async () => {
      const confirm = await ask({ title, text: content, yes: confirmText, no: showCancel ? cancelText : undefined })
      return { confirm, cancel: !confirm }
    }),
}
