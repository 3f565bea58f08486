import { Input, Textarea, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import './report.scss'

/** What is wrong with a field, beside the field. */
export const FieldError = ({ text }: { text: string | null | undefined }) =>
  text ? (
    <View className='field-error row' aria-role='alert'>
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

type TextProps = { value: string; label: string; placeholder?: string; most: number; onChange: (text: string) => void; focus?: boolean }

export const Line = ({ value, label, placeholder, most, onChange, focus }: TextProps) => (
  <Input
    className='input'
    value={value}
    placeholder={placeholder}
    maxlength={most}
    focus={focus}
    aria-label={label}
    onInput={({ detail }) => onChange(detail.value)}
  />
)

export const Words = ({ value, label, placeholder, most, onChange }: TextProps) => (
  <Textarea
    className='textarea'
    value={value}
    placeholder={placeholder}
    maxlength={most}
    showConfirmBar={false}
    aria-label={label}
    onInput={({ detail }) => onChange(detail.value)}
  />
)

type ChipsProps<T extends string> = {
  choices: readonly { readonly value: T; readonly text: string }[]
  chosen: readonly T[] | T | null
  onChoose: (value: T) => void
}

/** Ready answers to tap. */
export function Chips<T extends string>({ choices, chosen, onChoose }: ChipsProps<T>) {
  const isOn = (value: T) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value)
  return (
    <View className='choices'>
      {choices.map(({ value, text }) => (
        <Tap
          key={value}
          className={`choice ${isOn(value) ? 'choice-on' : ''}`}
          role='switch'
          checked={isOn(value)}
          onClick={() => onChoose(value)}
        >
          {text}
        </Tap>
      ))}
    </View>
  )
}
