import type { Page } from 'playwright-core'
import type { Exchange } from '../runtime/report'

export interface Happened {
  /** Exceptions, console errors, pictures that did not come. */
  readonly errors: string[]
  /** What the page uses and the runner does not have. */
  readonly missing: string[]
  /** Calls that did not end with a status below 400. */
  readonly failed: string[]
  readonly mostRequestsAtOnce: number
  readonly setData: { readonly calls: number; readonly largest: number; readonly mostInASecond: number }
  /** Of the page that is shown. */
  readonly tree: { readonly nodes: number; readonly depth: number; readonly children: number }
  readonly readyAfter: Record<string, number>
}

const name = ({ method, url, status, failure }: Exchange) => `${method} ${url.replace(/^https?:\/\/[^/]+/, '')} ${failure ?? status}`

/** Reads the report of the running mini-program, and measures the page that is shown. */
export async function happened(page: Page): Promise<Happened> {
  const { report, tree } = await page.evaluate(() => {
    const scroller = document.querySelector('.frame:not([hidden]) .wx-page') as Element
    const own = [...scroller.querySelectorAll('*')].filter(({ tagName }) => tagName.includes('-') || tagName === 'COMP')
    const isOwn = (element: Element) => own.includes(element)
    const depthOf = (element: Element): number => {
      let depth = 1
      for (let up = element.parentElement; up && up !== scroller; up = up.parentElement) if (isOwn(up)) depth += 1
      return depth
    }
    const tree = {
      nodes: own.length,
      depth: Math.max(0, ...own.map(depthOf)),
      children: Math.max(0, ...own.map(({ children }) => [...children].filter(isOwn).length)),
    }
    return { report: { ...window.runner?.report }, tree }
  })
  const { errors = [], missingFunctions = [], missingComponents = [], exchanges = [], setData = [] } = report
  return {
    errors,
    missing: [...missingFunctions.map((one) => `wx.${one}`), ...missingComponents.map((tag) => `<${tag}>`)],
    failed: exchanges.filter(({ status, failure }) => failure || status >= 400).map(name),
    mostRequestsAtOnce: report.mostRequestsAtOnce ?? 0,
    setData: {
      calls: setData.length,
      largest: Math.max(0, ...setData.map(({ bytes }) => bytes)),
      mostInASecond: Math.max(0, ...setData.map(({ at }) => setData.filter((other) => other.at >= at && other.at < at + 1000).length)),
    },
    tree,
    readyAfter: report.readyAfter ?? {},
  }
}
