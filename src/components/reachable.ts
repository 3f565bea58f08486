type KeyEvent = { key: string; preventDefault(): void }

/** What makes an element a named, keyboard-reachable control in a browser; WeChat has aria-role instead and needs none of it. */
export function reachable(role: string, onClick: (() => void) | undefined) {
  if (process.env.TARO_ENV !== 'h5' || !onClick) return {}
  const onKeyDown = (event: KeyEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onClick()
  }
  return { role, tabIndex: 0, onKeyDown }
}
