interface Question {
  readonly title: string
  readonly text?: string
  readonly yes?: string
  /** Without it there is no way back. */
  readonly no?: string
  readonly body?: HTMLElement
}

const element = (tag: string, className: string, text = ''): HTMLElement =>
  Object.assign(document.createElement(tag), { className, textContent: text })

/** A dialog of WeChat's or of the phone's, above the page. Says whether the person agreed. */
export function ask({ title, text, yes = '确定', no, body }: Question): Promise<boolean> {
  const overlay = document.getElementById('overlay') as HTMLElement
  const sheet = element('div', 'sheet')
  sheet.setAttribute('role', 'dialog')
  sheet.append(element('b', '', title), element('p', '', text), ...(body ? [body] : []))
  overlay.append(sheet)
  return new Promise((resolve) => {
    const button = (word: string, agreed: boolean) => {
      const made = element('button', '', word)
      made.onclick = () => {
        sheet.remove()
        resolve(agreed)
      }
      sheet.append(made)
    }
    if (no) button(no, false)
    button(yes, true)
  })
}
