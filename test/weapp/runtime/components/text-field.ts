import { type Part, register } from './builtin'

const properties = {
  name: '',
  value: null,
  type: 'text',
  password: false,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  focus: false,
  confirmType: 'done',
  autoHeight: false,
}
const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel' }

type Field = HTMLInputElement | HTMLTextAreaElement

/** input and textarea. */
export function registerTextFields(): void {
  for (const tag of ['input', 'textarea'] as const) {
    register(tag, {
      properties,
      attributes: ['disabled'],
      behave(part) {
        const field = document.createElement(tag)
        part.element.append(field)
        field.maxLength = properties.maxlength
        tellEvents(part, field)
        return {
          formValue: () => field.value,
          reset: () => part.set({ value: '' }),
          on: {
            value(value) {
              const text = value === null || value === undefined ? '' : String(value)
              if (field.value !== text) field.value = text
              if (part.data.autoHeight) grow(part.element, field)
            },
            placeholder: (text) => field.setAttribute('placeholder', text),
            disabled: (disabled) => field.toggleAttribute('disabled', disabled),
            password: (password) => tag === 'input' && field.setAttribute('type', password ? 'password' : 'text'),
            type: (type) => field.setAttribute('inputmode', keyboards[type] ?? 'text'),
            maxlength: (length) => (length < 0 ? field.removeAttribute('maxlength') : field.setAttribute('maxlength', String(length))),
            focus: (focus) => void (focus && setTimeout(() => field.focus())),
          },
        }
      },
    })
  }
}

function tellEvents(part: Part<typeof properties>, field: Field): void {
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length })
  field.addEventListener('input', (event) => {
    event.stopPropagation()
    part.set({ value: field.value })
    part.emit('input', { ...detail(), keyCode: 0 })
  })
  field.addEventListener('change', (event) => event.stopPropagation())
  field.addEventListener('focus', () => part.emit('focus', { ...detail(), height: 0 }))
  field.addEventListener('blur', () => part.emit('blur', detail()))
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && field instanceof HTMLInputElement) part.emit('confirm', detail())
  })
}

function grow(element: HTMLElement, field: Field): void {
  element.style.height = 'auto'
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}
