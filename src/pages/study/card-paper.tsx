import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { dateText } from '@/lib/meal'
import './card-paper.scss'

type Props = PropsWithChildren<{ card: { readonly text: string; readonly siteName: string; readonly day: string }; by: string }>

/** A card of the red mailbox: its words, who wrote it, where and when. */
export const CardPaper = ({ card: { text, siteName, day }, by, children }: Props) => (
  <View className='card paper'>
    <View className='paper-words'>{text}</View>
    <View className='second paper-from'>
      {by} · {dateText(day)} · {siteName}
    </View>
    {children}
  </View>
)
