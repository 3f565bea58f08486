import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Words } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { usePrivacy } from '@/session/privacy'
import type { CheckInResult } from '../../../../contract/study'
import type { CheckInStore } from './check-in-store'
import { ExtrasStore } from './extras-store'

const lengths = [15, 30, 45, 60, 90, 120]

type Props = { store: CheckInStore; result: CheckInResult }

/** A thought, how long one studied, pictures: added to the check-in of today. */
export const ExtrasCard = observer(function ExtrasCard({ store, result }: Props) {
  const [extras, setExtras] = useState(() => new ExtrasStore(result.id, result.photos.length))
  const save = async () => {
    const added = await extras.save()
    if (!added) return
    store.add(added)
    setExtras(new ExtrasStore(added.id, added.photos.length))
  }
  const choices = lengths
    .filter((length) => length > (result.minutes ?? 0))
    .map((length) => ({ value: String(length), text: `${length} 分钟` }))
  return (
    <View className='card stack'>
      <View className='title'>再记一点</View>
      <Had result={result} />
      <Field name={result.thought ? '改写感想' : '感想'}>
        <Words
          value={extras.thought}
          label='感想'
          placeholder='看了什么，想到什么（可不写）'
          most={500}
          onChange={(thought) => extras.write({ thought })}
        />
      </Field>
      {choices.length > 0 && (
        <Field name='学了多久'>
          <Chips
            choices={choices}
            chosen={extras.minutes === null ? null : String(extras.minutes)}
            onChoose={(value) => extras.write({ minutes: Number(value) === extras.minutes ? null : Number(value) })}
          />
        </Field>
      )}
      <Pictures extras={extras} />
      <FieldError text={extras.failure} />
      <Button disabled={extras.isEmpty} busy={extras.saving && '正在保存…'} onClick={save}>
        保存
      </Button>
    </View>
  )
})

/** What was added already. */
const Had = ({ result: { thought, minutes, photos } }: { result: CheckInResult }) => {
  const had = [minutes && `学了 ${minutes} 分钟`, photos.length > 0 && `${photos.length} 张照片`].filter(Boolean)
  if (!thought && had.length === 0) return null
  return (
    <View className='extras-had' {...roleOf('status')}>
      <View className='row good-word'>
        <Icon name='check' />
        已经记下
      </View>
      {thought && <View>{thought}</View>}
      {had.length > 0 && <View className='second'>{had.join(' · ')}</View>}
    </View>
  )
}

const Pictures = observer(function Pictures({ extras }: { extras: ExtrasStore }) {
  const { before, card } = usePrivacy('photo')
  const choose = (source: 'camera' | 'album') => before(() => extras.choose(source))
  return (
    <Field name='照片'>
      <View className='extras-photos'>
        {extras.pictures.map(({ path }, at) => (
          <View key={path} className='extras-photo'>
            <Image className='extras-picture' src={path} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
            <Tap className='text-link' label={`移除第 ${at + 1} 张照片`} onClick={() => extras.drop(path)}>
              移除
            </Tap>
          </View>
        ))}
      </View>
      {extras.room > 0 && (
        <View className='row row-wrap'>
          <Tap className='choice extras-add' onClick={() => choose('camera')}>
            <Icon name='camera' />
            拍照
          </Tap>
          <Tap className='choice extras-add' onClick={() => choose('album')}>
            <Icon name='picture' />
            从相册选
          </Tap>
        </View>
      )}
      {card}
    </Field>
  )
})
