// The DOM behind @tarojs/components: what a screen reader and a finger would find of a page.
import { type ChangeEvent, createElement, type ForwardedRef, forwardRef, type ReactNode } from 'react'
import { phone, refusal } from './phone'
import { wechatCode } from './taro-network'

type Props = { readonly [name: string]: unknown; readonly children?: ReactNode }
type Handler = (event: unknown) => void

const attributes = new Set(['id', 'className', 'src', 'value', 'placeholder', 'disabled', 'checked', 'name', 'role', 'tabIndex', 'style'])
const passed = (name: string) =>
  attributes.has(name) || name.startsWith('data-') || /^on(Click|Touch\w+|Load|Error|Focus|Blur|KeyDown)$/.test(name)

/** What of a component's properties the DOM knows. WeChat's aria-role is a browser's role; a browser does not know aria-role. */
function plain(props: Props): Record<string, unknown> {
  const found = Object.entries(props).filter(([name, value]) => value !== undefined && (passed(name) || name.startsWith('aria-')))
  const { 'aria-role': role, ...rest } = Object.fromEntries(found)
  return role && process.env.TARO_ENV === 'weapp' ? { role, ...rest } : rest
}

const element = (tag: string) =>
  forwardRef((props: Props, ref: ForwardedRef<unknown>) => createElement(tag, { ...plain(props), ref }, props.children))

/** Taro's fields tell their value in event.detail. */
const field = (tag: 'input' | 'textarea') =>
  forwardRef((props: Props, ref: ForwardedRef<unknown>) => {
    const { maxlength, type, password } = props as { maxlength?: number; type?: string; password?: boolean }
    const told =
      (name: string) =>
      ({ target }: ChangeEvent<HTMLInputElement>) =>
        (props[name] as Handler | undefined)?.({ target, detail: { value: target.value } })
    const listeners = { onChange: told('onInput'), onBlur: told('onBlur'), onFocus: told('onFocus') }
    const kind = tag === 'input' ? { type: password ? 'password' : type === 'number' ? 'number' : 'text' } : {}
    return createElement(tag, {
      ...plain(props),
      ...kind,
      ...listeners,
      ...(maxlength && maxlength > 0 ? { maxLength: maxlength } : {}),
      ref,
    })
  })

/** Something chosen on a wheel: to choose is to change its value; the wheels of a view are told as 3,0,1. */
const wheel = (read: (value: string) => unknown) =>
  forwardRef((props: Props, ref: ForwardedRef<unknown>) => {
    const tell = ({ target }: ChangeEvent<HTMLInputElement>) =>
      (props.onChange as Handler | undefined)?.({ detail: { value: read(target.value) } })
    const input = <input aria-label={String(props['aria-label'] ?? props.mode)} value={String(props.value ?? '')} onChange={tell} />
    return createElement('div', { ref }, props.children, input)
  })

/** WeChat's own buttons answer for the phone's owner, through an event of theirs. */
const answers: Readonly<Record<string, (props: Props) => Promise<void>>> = {
  async getPhoneNumber({ onGetPhoneNumber }) {
    const detail = phone.telephone
      ? { code: await wechatCode('phone', phone.telephone), errMsg: 'getPhoneNumber:ok' }
      : refusal('getPhoneNumber', 'user deny')
    ;(onGetPhoneNumber as Handler)({ detail })
  },
  async chooseAvatar({ onChooseAvatar }) {
    if (phone.pictures) (onChooseAvatar as Handler)({ detail: { avatarUrl: phone.pictures[0] } })
  },
  async agreePrivacyAuthorization({ onAgreePrivacyAuthorization }) {
    phone.privacyOpen = false
    ;(onAgreePrivacyAuthorization as Handler)({ detail: {} })
  },
}

const button = forwardRef((props: Props, ref: ForwardedRef<unknown>) => {
  const answer = answers[String(props.openType)]
  const click = answer ? { onClick: () => answer(props) } : {}
  return createElement('button', { ...plain(props), ...click, type: 'button', ref }, props.children)
})

export const View = element('div')
export const Text = element('span')
export const Image = element('img')
export const Button = button
export const Input = field('input')
export const Textarea = field('textarea')
export const Form = element('form')
export const Label = element('label')
export const ScrollView = element('div')
export const Swiper = element('div')
export const SwiperItem = element('div')
export const Picker = wheel((value) => value)
export const PickerView = wheel((value) => value.split(',').map(Number))
export const PickerViewColumn = element('div')
export const Canvas = element('canvas')
export const Map = element('div')
export const Video = element('video')
