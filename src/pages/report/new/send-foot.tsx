import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { handlerWords, promiseText } from '../labels'
import { toFirst } from '../to-first'
import type { NewStore } from './new-store'

/** Who handles it and by when, that the draft is kept, and the one button. */
export const SendFoot = observer(function SendFoot({ store }: { store: NewStore }) {
  const { category, tray, phase, saved } = store
  const send = async () => {
    if (!(await store.send())) toFirst(store.errors)
  }
  const busy = phase === 'sending' && (tray.isBusy ? `正在传照片 ${tray.photoIds.length}/${tray.pictures.length}…` : '正在上报…')
  return (
    <View className='foot'>
      <FieldError text={store.failure} />
      <View className='row row-between foot-words'>
        <View className='second grow'>
          {category && `${handlerWords[category.handlerKind]}处理，${promiseText(category.limitMinutes)}`}
        </View>
        {saved !== null && <View className='second'>{saved ? '草稿已存' : '手机没空间，草稿没存'}</View>}
      </View>
      <Button busy={busy} onClick={send}>
        上报
      </Button>
    </View>
  )
})
