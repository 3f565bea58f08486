import { type ButtonProps, Button as TaroButton } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { reachable } from './reachable'

type Props = PropsWithChildren<{
  onClick?: () => void
  plain?: boolean
  disabled?: boolean
  /** Shown instead of the label while the action runs; taps are ignored meanwhile. */
  busy?: string | false
  label?: string
  className?: string
}> &
  Pick<ButtonProps, 'openType' | 'onGetPhoneNumber' | 'onChooseAvatar' | 'onAgreePrivacyAuthorization' | 'id'>

/** The one button of the app. */
export function Button({ onClick, plain, disabled, busy, label, className, children, ...wechat }: Props) {
  const off = disabled || Boolean(busy)
  const tap = off ? undefined : onClick
  const classes = ['button', plain && 'button-plain', off && 'button-off', className].filter(Boolean).join(' ')
  return (
    <TaroButton
      className={classes}
      hoverClass={off ? 'none' : 'button-pressed'}
      aria-label={label}
      onClick={tap}
      // H5 takes the attribute's presence for true
      {...(off ? { disabled: true } : {})}
      {...reachable('button', tap)}
      {...wechat}
    >
      {busy || children}
    </TaroButton>
  )
}
