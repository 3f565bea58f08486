import { View } from '@tarojs/components'
import './icon.scss'

export type IconName =
  | 'camera'
  | 'clock'
  | 'check'
  | 'alert'
  | 'pause'
  | 'stop'
  | 'people'
  | 'place'
  | 'bell'
  | 'list'
  | 'merge'
  | 'phone'
  | 'picture'
  | 'recycle'
  | 'battery'
  | 'leaf'
  | 'bin'
  | 'bowl'
  | 'book'
  | 'rank'

/** A drawn sign of one stroke, in the colour of the text around it. Always beside a word, so screen readers pass over it. */
export function Icon({ name }: { name: IconName }) {
  return <View className={`icon icon-${name}`} aria-hidden />
}
