import { Input, Textarea, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from './icon'
import { roleOf } from './role'
import './field.scss'

/** What is wrong with a field, beside the field. */
export const FieldError = ({ text }: { text: string | null | undefined }) =>
  text ? (
    <View className='field-error row' {...roleOf('alert')}>
      <Icon name='alert' />
      <View className='grow'>{text}</View>
    </View>
  ) : null

type FieldProps = PropsWithChildren<{ id?: string; name?: string; error?: string | null }>

/** A named part of a form, with its error below. */
export const Field = ({ id, name, error, children }: FieldProps) => (
  <View className='field' id={id}>
    {name && <View className='field-name'>{name}</View>}
    {children}
    <FieldError text={error} />
  </View>
)

type LineProps = {
  value: string
  label: string
  placeholder?: string
  most: number
  onChange: (text: string) => void
  focus?: boolean
  /** WeChat offers the nickname the person has there. */
  nickname?: boolean
}

/** One line to type. */
export const Line = ({ value, label, placeholder, most, onChange, focus, nickname }: LineProps) => (
  <Input
    className='input'
    type={nickname ? 'nickname' : 'text'}
    value={value}
    placeholder={placeholder}
    maxlength={most}
    focus={focus}
    aria-label={label}
    onInput={({ detail }) => onChange(detail.value)}
    // a nickname that WeChat fills in, or clears after its check, comes with the blur
    {...(nickname ? { onBlur: ({ detail }) => onChange(detail.value) } : {})}
  />
)

type WordsProps = Pick<LineProps, 'value' | 'label' | 'placeholder' | 'most' | 'onChange'>

/** Several lines to type. */
export const Words = ({ value, label, placeholder, most, onChange }: WordsProps) => (
  <Textarea
    className='input textarea'
    value={value}
    placeholder={placeholder}
    maxlength={most}
    showConfirmBar={false}
    aria-label={label}
    onInput={({ detail }) => onChange(detail.value)}
  />
)
