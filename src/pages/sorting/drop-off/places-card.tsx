import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Field, FieldError, Line } from '@/components/field'
import { Tap } from '@/components/tap'
import { hasMap } from '@/lib/platform'
import { usePrivacy } from '@/session/privacy'
import { mostPlaces, type PlaceDraft } from './drop-off-draft'
import type { EditStore } from './edit-store'

/** The places of every day. */
export const PlacesCard = observer(function PlacesCard({ store }: { store: EditStore }) {
  const { places } = store.draft
  return (
    <View className='card'>
      <View className='title'>投放点</View>
      {places.map((place, at) => (
        <PlacePart key={`place ${String(at)}`} store={store} place={place} at={at} />
      ))}
      {places.length < mostPlaces && (
        <Button plain onClick={() => store.addPlace()}>
          加一个投放点
        </Button>
      )}
    </View>
  )
})

type PartProps = { store: EditStore; place: PlaceDraft; at: number }

const PlacePart = observer(function PlacePart({ store, place: { name, hours, location }, at }: PartProps) {
  const { before, card } = usePrivacy('position', '不同意也没关系：可以不标位置。')
  const nth = `第 ${at + 1} 个投放点`
  return (
    <View className='drop-part'>
      <View className='row row-between'>
        <View className='second'>{nth}</View>
        {store.draft.places.length > 1 && (
          <Tap className='text-link' label={`去掉${nth}`} onClick={() => store.removePlace(at)}>
            去掉
          </Tap>
        )}
      </View>
      <Field name='叫什么、在哪里'>
        <Line
          value={name}
          label={`${nth}的名称`}
          placeholder='比如：南门垃圾厢房'
          most={40}
          onChange={(text) => store.changePlace(at, { name: text })}
        />
      </Field>
      <Field name='每天几点开'>
        <Line
          value={hours}
          label={`${nth}的时间`}
          placeholder='06:30-09:00 18:00-20:30'
          most={90}
          onChange={(text) => store.changePlace(at, { hours: text })}
        />
      </Field>
      <FieldError text={store.faults.get(`place ${at}`)} />
      <View className='row row-wrap drop-where'>
        <Tap className='text-link' label={`给${nth}标位置`} onClick={() => before(() => store.locate(at))}>
          {location ? '重新标位置' : hasMap ? '在地图上标位置' : '用我现在的位置标'}
        </Tap>
        {location && (
          <Tap className='text-link' label={`去掉${nth}的位置`} onClick={() => store.changePlace(at, { location: null })}>
            已标，去掉
          </Tap>
        )}
      </View>
      {card && <View>{card}</View>}
    </View>
  )
})
