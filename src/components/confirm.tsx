import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { Button } from '@/components/button'
import { roleOf } from '@/components/role'

type Props = PropsWithChildren<{
  /** What the first button says. */
  title: string
  /** What will happen, in words. */
  words: string
  yes: string
  no?: string
  busy?: string | false
  onYes: () => void
}>

/** Something that cannot be taken back: the second tap, in place, does it. */
export function Confirm({ title, words, yes, no = '先不', busy, onYes, children }: Props) {
  const [asking, setAsking] = useState(false)
  const agree = () => {
    setAsking(false)
    onYes()
  }
  if (!asking) {
    return (
      <Button plain busy={busy} onClick={() => setAsking(true)}>
        {title}
      </Button>
    )
  }
  return (
    <View className='staff-confirm stack' {...roleOf('alert')}>
      <View>{words}</View>
      {children}
      <View className='staff-buttons'>
        <Button onClick={agree}>{yes}</Button>
        <Button plain onClick={() => setAsking(false)}>
          {no}
        </Button>
      </View>
    </View>
  )
}
