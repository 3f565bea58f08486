import type { Part } from './builtin'

/** Runs when the person taps the component, unless it is disabled. */
export function whenTapped(part: Pick<Part, 'element' | 'data'>, action: (event: MouseEvent) => void): void {
  part.element.addEventListener('click', (event) => {
    if (!part.data.disabled) action(event)
  })
}

/** hover-class: the class that a component has while a finger is on it, and a moment longer. */
export function hoverable(part: Pick<Part, 'element' | 'data'>): void {
  const { element } = part
  let leave: ReturnType<typeof setTimeout>
  const named = () => String(part.data.hoverClass ?? 'none')
  element.addEventListener('touchstart', () => {
    if (named() === 'none' || part.data.disabled) return
    clearTimeout(leave)
    element.classList.add(...named().split(/\s+/))
  })
  const end = () => {
    leave = setTimeout(() => named() !== 'none' && element.classList.remove(...named().split(/\s+/)), 70)
  }
  element.addEventListener('touchend', end)
  element.addEventListener('touchcancel', end)
}
