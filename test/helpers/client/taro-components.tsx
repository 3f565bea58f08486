// Plain DOM stand-ins for @tarojs/components: enough for Testing Library.
import { type ComponentType, createElement, forwardRef, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

// only these reach the DOM; every other mini-program prop is dropped, so React does not warn
const ATTRS = new Set([
  'id',
  'className',
  'style',
  'src',
  'href',
  'value',
  'defaultValue',
  'placeholder',
  'disabled',
  'checked',
  'name',
  'role',
  'tabIndex',
  'title',
])
const EVENTS = new Set([
  'onClick',
  'onInput',
  'onChange',
  'onFocus',
  'onBlur',
  'onSubmit',
  'onReset',
  'onScroll',
  'onTouchStart',
  'onTouchMove',
  'onTouchEnd',
  'onTouchCancel',
  'onLoad',
  'onError',
  'onAnimationEnd',
  'onTransitionEnd',
])
const DETAIL = new Set(['onInput', 'onChange', 'onFocus', 'onBlur'])

type Handler = (e: unknown) => void
// Taro reads e.detail.value; DOM events carry e.target.value
const withDetail =
  (fn: Handler): Handler =>
  (e) =>
    fn(Object.assign(e as object, { detail: { value: (e as { target: { value?: unknown } }).target.value } }))

function make(tag: string, opts: { void?: boolean; field?: boolean } = {}): ComponentType<Props> {
  const C = forwardRef<unknown, Props>((props, ref) => {
    const { children, ...rest } = props as Props
    const out: Record<string, unknown> = { ref }
    for (const [k, v] of Object.entries(rest)) {
      if (v === undefined || v === null) continue
      if (EVENTS.has(k) && typeof v === 'function') out[k] = opts.field && DETAIL.has(k) ? withDetail(v as Handler) : v
      else if (ATTRS.has(k) || k.startsWith('data-') || k.startsWith('aria-')) out[k] = v
    }
    if (tag === 'button') out.type = rest.formType ?? 'button'
    if (tag === 'input') out.type = rest.type === 'number' || rest.type === 'password' ? rest.type : 'text'
    if (opts.field && 'value' in out && !out.onChange && !out.onInput) out.readOnly = true
    if (opts.field && 'value' in out && out.onInput && !out.onChange) out.onChange = () => {}
    return opts.void ? createElement(tag, out) : createElement(tag, out, children as ReactNode)
  })
  C.displayName = `Mock(${tag})`
  return C as unknown as ComponentType<Props>
}

const div = () => make('div')

export const View = div()
export const Text = make('span')
export const Button = make('button')
export const Image = make('img', { void: true })
export const Input = make('input', { void: true, field: true })
export const Textarea = make('textarea', { void: true, field: true })
export const Form = make('form')
export const Label = make('label')
export const ScrollView = div()
export const Swiper = div()
export const SwiperItem = div()
export const Picker = div()
export const PickerView = div()
export const PickerViewColumn = div()
export const Switch = div()
export const Slider = div()
export const Radio = div()
export const RadioGroup = div()
export const Checkbox = div()
export const CheckboxGroup = div()
export const Canvas = make('canvas')
export const Map = div()
export const Video = make('video')
export const Audio = make('audio')
export const WebView = make('iframe')
export const RichText = div()
export const Navigator = make('a')
export const CoverView = div()
export const CoverImage = make('img', { void: true })
export const RootPortal = div()
export const PageContainer = div()
export const MovableArea = div()
export const MovableView = div()
export const CustomWrapper = div()
export const Icon = make('i')
export const Progress = div()
export const Block = div()
