import { type Part, partsBelow, register } from './builtin'
import { whenTapped } from './tapped'

const fields = 'wx-input,wx-textarea,wx-switch,wx-checkbox-group,wx-radio-group,wx-picker,wx-slider'

const valuesOf = ({ element }: Pick<Part, 'element'>): object =>
  Object.fromEntries(
    partsBelow(element, fields)
      .filter(({ part }) => part.data.name)
      .map(({ part, behaviour }) => [part.data.name, behaviour.formValue?.()]),
  )

/** Forms, and labels that stand for the field in them. */
export function registerForm(): void {
  register('form', {
    properties: {},
    behave(part) {
      // a button's way of telling its form; see button.ts
      part.element.addEventListener('own-submit', () => part.emit('submit', { value: valuesOf(part) }))
      part.element.addEventListener('own-reset', () => {
        for (const { behaviour } of partsBelow(part.element, fields)) behaviour.reset?.()
        part.emit('reset')
      })
      return {}
    },
  })
  register('label', {
    properties: { for: '' },
    behave(part) {
      whenTapped(part, ({ target }) => {
        const toggles = 'wx-checkbox,wx-radio,wx-switch'
        if (!(target as Element).closest(toggles)) partsBelow(part.element, toggles)[0]?.behaviour.toggle?.()
      })
      return {}
    },
  })
}
