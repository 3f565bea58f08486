import { type Part, register } from './builtin'

const properties = {
  scrollX: false,
  scrollY: false,
  scrollTop: 0,
  scrollLeft: 0,
  scrollIntoView: '',
  lowerThreshold: 50,
  upperThreshold: 50,
  refresherEnabled: false,
  refresherTriggered: false,
}

export const registerScrollView = (): void =>
  register('scroll-view', {
    properties,
    attributes: ['scrollX', 'scrollY'],
    behave(part) {
      part.element.addEventListener('scroll', scrollEvents(part))
      return {
        on: {
          scrollTop(top) {
            part.element.scrollTop = top
          },
          scrollLeft(left) {
            part.element.scrollLeft = left
          },
          scrollIntoView(id) {
            if (id) requestAnimationFrame(() => part.element.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView())
          },
        },
      }
    },
  })

/** scroll on every step; scrolltolower and scrolltoupper once on each arrival. */
function scrollEvents(part: Part<typeof properties>): () => void {
  let atLower = false
  let atUpper = true
  return () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = part.element
    part.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
    const lower = scrollTop + clientHeight >= scrollHeight - part.data.lowerThreshold
    const upper = scrollTop <= part.data.upperThreshold
    if (lower && !atLower) part.emit('scrolltolower', { direction: 'bottom' })
    if (upper && !atUpper) part.emit('scrolltoupper', { direction: 'top' })
    atLower = lower
    atUpper = upper
  }
}
