import { partsBelow, register } from './builtin'
import { whenTapped } from './tapped'

/** switch, and checkbox and radio with their groups. */
export function registerChoices(): void {
  registerSwitch()
  for (const kind of ['checkbox', 'radio'] as const) {
    registerChoice(kind)
    registerGroup(kind)
  }
}

const registerSwitch = () =>
  register('switch', {
    role: 'switch',
    properties: { name: '', checked: false, disabled: false, color: '', type: 'switch' },
    attributes: ['checked', 'disabled'],
    behave(part) {
      const toggle = () => {
        part.set({ checked: !part.data.checked })
        part.emit('change', { value: part.data.checked })
      }
      whenTapped(part, toggle)
      return { formValue: () => part.data.checked, reset: () => part.set({ checked: false }), toggle }
    },
  })

const registerChoice = (kind: 'checkbox' | 'radio') =>
  register(kind, {
    role: kind,
    properties: { value: '', checked: false, disabled: false, color: '' },
    attributes: ['checked', 'disabled'],
    behave(part) {
      const toggle = () => {
        const group = part.element.closest(`wx-${kind}-group`)
        if (kind === 'radio' && group) for (const { part: other } of partsBelow(group, 'wx-radio')) other.set({ checked: false })
        part.set({ checked: kind === 'radio' || !part.data.checked })
        group?.dispatchEvent(new Event('own-change'))
      }
      whenTapped(part, toggle)
      return { toggle }
    },
  })

const registerGroup = (kind: 'checkbox' | 'radio') =>
  register(`${kind}-group`, {
    properties: { name: '' },
    behave(part) {
      const formValue = () => {
        const chosen = partsBelow(part.element, `wx-${kind}`).filter((one) => one.part.data.checked)
        return kind === 'checkbox' ? chosen.map((one) => one.part.data.value) : (chosen[0]?.part.data.value ?? '')
      }
      // a choice's way of telling its group
      part.element.addEventListener('own-change', () => part.emit('change', { value: formValue() }))
      return { formValue, reset: () => partsBelow(part.element, `wx-${kind}`).forEach((one) => void one.part.set({ checked: false })) }
    },
  })
