import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { CSSProperties, PropsWithChildren } from 'react'
import { fontScale } from '@/lib/platform'
import { session } from '@/session/session'

/** How high a row is, in px: two lines of the person's letters. */
export const rowHeight = (): number => Math.round((session.elder ? 88 : 60) * fontScale())

type Props = PropsWithChildren<{ id?: string /** Rows that are there and not drawn. */; before?: number; behind?: number }>

/** Rows of one height. */
export const RowsOf = observer(function RowsOf({ id, before = 0, behind = 0, children }: Props) {
  const height = rowHeight()
  const style = { '--row': `${height}px`, paddingTop: `${before * height}px`, paddingBottom: `${behind * height}px` } as CSSProperties
  return (
    <View id={id} style={style}>
      {children}
    </View>
  )
})
