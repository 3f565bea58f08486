import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

type Props = PropsWithChildren<{ onClick: () => void; label?: string; className?: string; role?: 'button' | 'link' | 'tab' | 'switch'; checked?: boolean }>

/** An area that can be tapped: a card, a line, a choice. Reachable by keyboard and named for screen readers. */
export function Tap({ onClick, label, className, role = 'button', checked, children }: Props) {
  const state = checked === undefined ? {} : role === 'tab' ? { 'aria-selected': checked } : { 'aria-checked': checked }
  // the browser knows role, WeChat aria-role
  const web = process.env.TARO_ENV === 'h5' ? { role, tabIndex: 0, onKeyDown: pressed(onClick) } : {}
  return (
    <View className={className} hoverClass='button-pressed' aria-role={role} aria-label={label} onClick={onClick} {...state} {...web}>
      {children}
    </View>
  )
}

const pressed = (onClick: () => void) => (event: { key: string; preventDefault(): void }) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  onClick()
}
