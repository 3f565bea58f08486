import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { FieldError } from '@/components/field'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { session } from '@/session/session'
import { placesWords, windowText } from '../meal-words'
import { Option } from '../option'
import type { OrderStore } from './order-store'

/** When to pick it up. In 长辈版 the one chosen, and the others after a tap. */
export const WindowCard = observer(function WindowCard({ store }: { store: OrderStore }) {
  const [open, setOpen] = useState(false)
  const chosen = store.windows.find(({ starts }) => starts === store.window)
  const folded = session.elder && chosen && !open
  return (
    <View className='card' id='field-window'>
      <View className='card-head'>
        <View className='title'>几点取</View>
        {folded && (
          <Tap className='card-link' onClick={() => setOpen(true)}>
            换时间 ›
          </Tap>
        )}
      </View>
      {folded ? (
        <View className='figure'>{windowText(chosen)}</View>
      ) : (
        <View className='windows' {...roleOf('radiogroup')}>
          {store.windows.map((window) =>
            window.left > 0 ? (
              <Option
                key={window.starts}
                className='window'
                chosen={window.starts === store.window}
                title={windowText(window)}
                hint={placesWords(window.left)}
                onChoose={() => {
                  store.choose({ window: window.starts })
                  setOpen(false)
                }}
              />
            ) : (
              <View key={window.starts} className='option window option-off'>
                <View>{windowText(window)}</View>
                <View className='option-hint'>{placesWords(0)}</View>
              </View>
            ),
          )}
          {store.windows.length === 0 && <View className='second'>没有可以选的时间了，请看下一餐。</View>}
        </View>
      )}
      <FieldError text={store.errors.window} />
    </View>
  )
})
