import { shownPage } from '../pages/stack'
import { answer, type Callbacks } from './answer'

type ScrollTo = Callbacks & { scrollTop?: number; selector?: string }

/** What the shown page may ask of WeChat's own interface. */
export const pageServices = {
  pageScrollTo: (options: ScrollTo) =>
    answer('pageScrollTo', options, () => {
      const { scroller } = shownPage()
      if (options.selector) scroller.querySelector(options.selector)?.scrollIntoView()
      else scroller.scrollTop = options.scrollTop ?? 0
      return {}
    }),

  stopPullDownRefresh: (options?: Callbacks) => answer('stopPullDownRefresh', options, () => ({})),
}
