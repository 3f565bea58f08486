import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { reachable } from './reachable'
import { roleOf } from './role'

type Props = PropsWithChildren<{
  onClick: () => void
  label?: string
  className?: string
  role?: 'button' | 'link' | 'tab' | 'switch' | 'checkbox' | 'radio'
  checked?: boolean
}>

/** An area that can be tapped: a card, a line, a choice. Reachable by keyboard and named for screen readers. */
export function Tap({ onClick, label, className, role = 'button', checked, children }: Props) {
  const state = checked === undefined ? {} : role === 'tab' ? { 'aria-selected': checked } : { 'aria-checked': checked }
  return (
    <View
      className={className}
      hoverClass='button-pressed'
      {...roleOf(role)}
      aria-label={label}
      onClick={onClick}
      {...state}
      {...reachable(role, onClick)}
    >
      {children}
    </View>
  )
}
