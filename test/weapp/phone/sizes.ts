import type { Locator } from 'playwright-core'

/** Of one page, in px. */
export interface Sizes {
  readonly smallestText: number
  /** The shorter side of the smallest area to tap. */
  readonly smallestTap: number
  /** Areas to tap that have no name for a screen reader. */
  readonly nameless: string[]
  /** By how much the page is too wide. */
  readonly overflow: number
}

const tappable = '[role=button],[role=link],[role=switch],[role=tab],[role=radio]'

export const sizes = (page: Locator): Promise<Sizes> =>
  page.evaluate((root, toTap) => {
    const shown = [...root.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().height > 0)
    const hasWords = ({ childNodes }: Element) => [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
    const taps = shown.filter((element) => element.matches(toTap))
    const boxes = taps.map((element) => element.getBoundingClientRect())
    return {
      smallestText: Math.min(...shown.filter(hasWords).map((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
      smallestTap: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
      nameless: taps.filter(({ ariaLabel, textContent }) => !ariaLabel && !textContent?.trim()).map(({ className }) => className),
      overflow: root.scrollWidth - root.clientWidth,
    }
  }, tappable)
