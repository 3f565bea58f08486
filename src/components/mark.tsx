import { View } from '@tarojs/components'
import './mark.scss'

/** 虹 is a rainbow, 桥 is a bridge: the mark of the app, a thin rainbow over a line. */
export const Mark = () => <View className='mark' aria-hidden />
