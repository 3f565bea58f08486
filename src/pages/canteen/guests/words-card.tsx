import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Words } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import type { Guest } from '../../../../contract/canteen'
import type { GuestStore } from './guest-store'

const notes = ['身体不舒服', '忘记了', '家里有事', '说好来不了先取消'].map((value) => ({ value, text: value }))

/** After meals that were not collected: a word with the guest, and they may book again. */
export const WordsCard = observer(function WordsCard({ store, guest }: { store: GuestStore; guest: Guest }) {
  if (!guest.blocked) {
    return (
      <View className='card staff-done' {...roleOf('status')}>
        <Icon name='check' />
        <View className='grow'>{guest.nickname}可以再订餐了，已发消息告诉本人。</View>
      </View>
    )
  }
  return (
    <View className='card guest-words'>
      <View className='title'>和客人说一声</View>
      <View className='second'>订了 {guest.noShows} 次没来取。问问是不是有难处，说好来不了先取消。</View>
      <Field name='谈了什么' error={store.errors.note}>
        <Chips
          choices={notes}
          chosen={notes.map(({ value }) => value).filter((value) => store.note.includes(value))}
          onChoose={(note) => say(store, note)}
        />
        <View className='field'>
          <Words value={store.note} label='谈了什么' placeholder='写一句就行' most={200} onChange={(note) => store.write({ note })} />
        </View>
      </Field>
      <FieldError text={store.saved === null && store.busy === null ? store.failure : null} />
      <View className='guest-action'>
        <Button busy={store.busy === 'words' && '正在记下…'} onClick={() => store.haveWord()}>
          已谈过，可以再订
        </Button>
      </View>
    </View>
  )
})

const say = (store: GuestStore, note: string) => {
  if (!store.note.includes(note)) store.write({ note: [store.note, note].filter(Boolean).join('，') })
}
