import { canvasNode } from '../components/canvas'
import { shownPage } from '../pages/stack'

type Callback = (found: unknown) => void
type Step = {
  readonly find: () => Element[]
  readonly many: boolean
  readonly tell: (element: Element) => object
  readonly then?: Callback
}

/** wx.createSelectorQuery: where parts of the shown page are, in px. */
export function createSelectorQuery() {
  const steps: Step[] = []
  const add = (find: () => Element[], many: boolean) => {
    const keep = (tell: Step['tell']) => (then?: Callback) => {
      steps.push({ find, many, tell, then })
      return query
    }
    const where = keep(measure)
    return {
      ...{ boundingClientRect: where, scrollOffset: where, node: keep(canvasNode) },
      fields: (wanted: { node?: boolean }, then?: Callback) => (wanted.node ? keep(canvasNode)(then) : where(then)),
    }
  }
  const page = () => shownPage().scroller
  const query = {
    in: () => query,
    select: (selector: string) => add(() => [...page().querySelectorAll(selector)].slice(0, 1), false),
    selectAll: (selector: string) => add(() => [...page().querySelectorAll(selector)], true),
    selectViewport: () => add(() => [page()], false),
    exec(done?: Callback) {
      setTimeout(() => {
        const results = steps.map(({ find, many, tell, then }) => {
          const found = find().map(tell)
          const result = many ? found : (found[0] ?? null)
          then?.(result)
          return result
        })
        done?.(results)
      })
      return query
    },
  }
  return query
}

function measure(element: Element): object {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element
  const frame = shownPage().frame.getBoundingClientRect()
  return {
    id: element.id,
    dataset: { ...(element as HTMLElement).dataset },
    ...{ left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top, width, height },
    ...{ scrollTop, scrollLeft, scrollHeight, scrollWidth },
  }
}
