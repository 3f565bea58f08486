import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Figure } from '@/components/figure'
import { GuestCard } from './guest-card'
import { GuestStore } from './guest-store'
import { PapersCard } from './papers-card'
import { WordsCard } from './words-card'

export const GuestsView = observer(function GuestsView({ canteenId }: { canteenId: string }) {
  const [store] = useState(() => new GuestStore(canteenId))
  if (!store.guest) return <LookupCard store={store} />
  return (
    <View className='guests'>
      <GuestCard store={store} guest={store.guest} />
      {(store.guest.blocked || store.saved === 'words') && <WordsCard store={store} guest={store.guest} />}
      <PapersCard store={store} />
    </View>
  )
})

const LookupCard = observer(function LookupCard({ store }: { store: GuestStore }) {
  return (
    <View className='guests'>
      <View className='card stack'>
        <View className='title'>客人出示的六位数字</View>
        <View className='second'>请客人打开「智慧食堂 · 家人代订」，点「出示六位数字」。10 分钟内有效，只能用一次。</View>
        <Field error={store.errors.code ?? store.failure}>
          <Figure
            value={store.code}
            label='六位数字'
            placeholder='六位数字'
            most={6}
            onChange={(code) => store.typeCode(code)}
            onEnter={() => store.lookUp()}
          />
        </Field>
        <Button busy={store.busy === 'lookup' && '正在查…'} onClick={() => store.lookUp()}>
          查这位客人
        </Button>
        <View className='hint'>每次查看都会记下是谁看的。</View>
      </View>
    </View>
  )
})
