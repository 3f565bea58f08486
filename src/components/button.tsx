import { Button as TaroButton, type ButtonProps } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

type Props = PropsWithChildren<{
  onClick?: () => void
  plain?: boolean
  disabled?: boolean
  /** Shown instead of the label while the action runs; taps are ignored meanwhile. */
  busy?: string | false
  label?: string
  className?: string
}> &
  Pick<ButtonProps, 'openType' | 'onGetPhoneNumber' | 'onAgreePrivacyAuthorization' | 'id'>

/** The one button of the app. */
export function Button({ onClick, plain, disabled, busy, label, className = '', children, ...wechat }: Props) {
  const off = disabled || Boolean(busy)
  const classes = `button ${plain ? 'button-plain' : ''} ${off ? 'button-off' : ''} ${className}`
  return (
    <TaroButton className={classes} hoverClass={off ? 'none' : 'button-pressed'} disabled={off} aria-label={label} onClick={off ? undefined : onClick} {...wechat}>
      {busy || children}
    </TaroButton>
  )
}
