import { Input } from '@tarojs/components'

type Props = {
  value: string
  label: string
  placeholder?: string
  most: number
  /** A figure may have a fraction: 12.5 */
  fraction?: boolean
  onChange: (text: string) => void
  onEnter?: () => void
}

/** A figure to type, on the phone's keys for figures. */
export const Figure = ({ value, label, placeholder, most, fraction, onChange, onEnter }: Props) => (
  <Input
    className='input staff-figure'
    type={fraction ? 'digit' : 'number'}
    value={value}
    placeholder={placeholder}
    maxlength={most}
    aria-label={label}
    // a browser hears the name of the field inside Taro's
    nativeProps={{ 'aria-label': label }}
    onInput={({ detail }) => onChange(detail.value)}
    onConfirm={onEnter}
  />
)
