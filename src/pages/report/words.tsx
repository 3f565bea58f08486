import { Textarea } from '@tarojs/components'

type WordsProps = { value: string; label: string; placeholder?: string; most: number; onChange: (text: string) => void }

/** Several lines to type. */
export const Words = ({ value, label, placeholder, most, onChange }: WordsProps) => (
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
