import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field, FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { clockTime } from '@/lib/time'
import type { StaffSite } from '../staff-sites'
import { HandStore } from './hand-store'

/** For guests who cannot scan. */
export const HandCard = observer(function HandCard({ site }: { site: StaffSite }) {
  const [store] = useState(() => new HandStore(site.id))
  return (
    <View className='host-hand'>
      {store.done && <Done store={store} />}
      <View className='card stack'>
        <View className='title'>帮不会扫码的人打卡</View>
        <Field name='昵称开头的字'>
          <Line value={store.q} label='昵称' placeholder='比如：王阿' most={20} onChange={(q) => store.type(q)} />
        </Field>
        {!store.chosen && <FieldError text={store.failure} />}
        <Button busy={store.busy === 'search' && '正在找…'} onClick={() => store.search()}>
          找这个人
        </Button>
        <View className='hint'>只找得到本街镇的人。每次查找都会记下是谁查的。</View>
      </View>
      <Found store={store} />
    </View>
  )
})

const Found = observer(function Found({ store }: { store: HandStore }) {
  const { found, chosen } = store
  if (!found) return null
  if (found.length === 0) {
    return (
      <View className='card second' {...roleOf('status')}>
        没有找到。请对一下昵称，要从第一个字输起。
      </View>
    )
  }
  return (
    <View className='card'>
      {found.map((person) => (
        <View key={person.id} className='host-person'>
          <Tap
            className='line-item'
            role='radio'
            checked={chosen?.id === person.id}
            onClick={() => store.choose(chosen?.id === person.id ? null : person)}
          >
            <View className='grow'>
              <View>{person.nickname}</View>
              <View className='second'>{person.areaName ?? '没有填居民区'}</View>
            </View>
            {person.here ? (
              <View className='chip chip-good'>
                <Icon name='check' />
                今天打过了
              </View>
            ) : (
              <View className='second'>{chosen?.id === person.id ? '已选' : '选这位'}</View>
            )}
          </Tap>
          {chosen?.id === person.id && <Sure store={store} />}
        </View>
      ))}
      {found.length === 10 && <View className='hint'>名字太多，只列前 10 位。多输一个字再找。</View>}
    </View>
  )
})

const lengths = [
  { value: '', text: '不记时长' },
  ...[15, 30, 45, 60].map((minutes) => ({ value: String(minutes), text: `${minutes} 分钟` })),
]

const Sure = observer(function Sure({ store }: { store: HandStore }) {
  return (
    <View className='stack host-sure'>
      <Choices
        name='学习时长'
        choices={lengths}
        chosen={String(store.minutes ?? '')}
        onChoose={(value) => store.setMinutes(value ? Number(value) : null)}
      />
      <FieldError text={store.failure} />
      <Button busy={store.busy === 'check-in' && '正在打卡…'} onClick={() => store.checkIn()}>
        给{store.chosen?.nickname}打卡
      </Button>
    </View>
  )
})

const Done = observer(function Done({ store: { done } }: { store: HandStore }) {
  if (!done) return null
  return (
    <View className='card stack' {...roleOf('status')}>
      <View className='staff-done'>
        <Icon name='check' />
        <View className='title'>
          {done.nickname}打好卡了 {clockTime(done.at)}
        </View>
      </View>
      <View className='second'>
        {done.state === 'counted' ? '积分已经记上，本人会收到消息。' : '这次有疑问，要请别人核实。本人会收到消息。'}
      </View>
    </View>
  )
})
