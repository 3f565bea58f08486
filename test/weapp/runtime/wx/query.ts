import { shownPage } from '../pages/stack'

type Callback = (found: unknown) => void
type Step = { readonly find: () => Element[]; readonly many: boolean; readonly then?: Callback }

/** wx.createSelectorQuery: where parts of the shown page are, in px. */
export function createSelectorQuery() {
  const steps: Step[] = []
  const add = (find: () => Element[], many: boolean) => {
    const keep = (then?: Callback) => {
      steps.push({ find, many, then })
      return query
    }
    return { boundingClientRect: keep, scrollOffset: keep, fields: (_wanted: object, then?: Callback) => keep(then) }
  }
  const page = () => shownPage().scroller
  const query = {
    in: () => query,
    select: (selector: string) => add(() => [...page().querySelectorAll(selector)].slice(0, 1), false),
    selectAll: (selector: string) => add(() => [...page().querySelectorAll(selector)], true),
    selectViewport: () => add(() => [page()], false),
    exec(done?: Callback) {
      setTimeout(() => {
        const results = steps.map(({ find, many, then }) => {
          const found = find().map(measure)
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
