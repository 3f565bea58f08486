import { Text, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { dial } from '@/lib/dial'
import { distanceText } from '@/lib/distance'
import { usePrivacy } from '@/session/privacy'
import type { Canteen } from '../../../../contract/canteen'
import { canteens } from '../canteens-store'
import { sittingWords } from '../labels'
import type { HomeStore } from './home-store'

type Props = { store: HomeStore; canteen: Canteen }

/** Which canteen this is, and in place the way to another one. */
export const CanteenCard = observer(function CanteenCard({ store, canteen }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <View className='card canteen-card'>
      <View className='row row-between row-wrap'>
        <View className='grow canteen-name'>
          <View className='row row-wrap canteen-title'>
            <View className='title'>{canteen.name}</View>
            <View className={`chip ${canteen.openNow ? 'chip-good' : 'chip-quiet'}`}>
              <Icon name={canteen.openNow ? 'check' : 'clock'} />
              {canteen.openNow ? '营业中' : '休息中'}
            </View>
          </View>
          {canteen.address && <View className='second'>{canteen.address}</View>}
        </View>
        <Tap className='text-link canteen-switch' label={open ? '收起食堂' : '换食堂'} onClick={() => setOpen(!open)}>
          {open ? '收起' : '换食堂 ›'}
        </Tap>
      </View>
      {open && (
        <View>
          <View className='second row row-wrap canteen-hours'>
            {canteen.hours.map(({ sitting, opens, closes }) => (
              <View key={sitting}>
                {sittingWords[sitting]} {opens}–{closes}
              </View>
            ))}
          </View>
          {canteen.phone && (
            <Tap className='text-link canteen-phone' onClick={() => dial(canteen.phone ?? '')}>
              <Icon name='phone' />
              <View>
                打食堂电话 <Text className='whole'>{canteen.phone}</Text>
              </View>
            </Tap>
          )}
          <Choices store={store} onDone={() => setOpen(false)} />
        </View>
      )}
    </View>
  )
})

const Choices = observer(function Choices({ store, onDone }: { store: HomeStore; onDone: () => void }) {
  const privacy = usePrivacy('position')
  const choose = (id: string) => {
    store.choose(id)
    onDone()
  }
  const findNearest = () =>
    privacy.before(async () => {
      await canteens.findNearest()
      await store.showChosen()
    })
  return (
    <View className='canteen-choices'>
      {canteens.offered.map((one) => {
        const chosen = one.id === canteens.current?.id
        return (
          <Tap key={one.id} className='line-item' role='radio' checked={chosen} onClick={() => choose(one.id)}>
            <View className='grow'>
              <View>{one.name}</View>
              <View className='second'>
                {[one.townName, one.distance !== null && distanceText(one.distance)].filter(Boolean).join(' · ')}
              </View>
            </View>
            {chosen && (
              <View className='row canteen-chosen'>
                <Icon name='check' />
                在看
              </View>
            )}
          </Tap>
        )
      })}
      <Tap className='text-link' onClick={findNearest}>
        <Icon name='place' />
        {canteens.locating ? '正在找位置…' : '按我的位置找最近的'}
      </Tap>
      {privacy.card}
      <FieldError text={canteens.notice} />
    </View>
  )
})
