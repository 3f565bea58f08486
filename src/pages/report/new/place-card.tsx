import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import type { NewStore } from './new-store'
import { PlaceEditor } from './place-editor'

const mostChips = 6
const otherFloor = 'other'

/** Where: the home compound at first; another one, building, floor and a word on the exact place. */
export const PlaceCard = observer(function PlaceCard({ store }: { store: NewStore }) {
  const { draft, errors } = store
  const [open, setOpen] = useState(false)
  const building = draft.building && (/\d$/.test(draft.building) ? `${draft.building} 号楼` : draft.building)
  return (
    <View className='card' id='field-compoundCode'>
      <View className='row row-between'>
        <View className='grow'>
          <View className='second'>在哪里</View>
          <View className='title'>{draft.compound ? `${draft.compound.name} ${building}` : '还没选小区'}</View>
          {draft.location && (
            <View className='second row pinned'>
              <Icon name='place' />
              已标出位置
            </View>
          )}
        </View>
        {draft.compound && (
          <Tap className='text-link' label={open ? '收起地点' : '改地点'} onClick={() => setOpen(!open)}>
            {open ? '收起' : '改 ›'}
          </Tap>
        )}
      </View>
      <FieldError text={errors.compoundCode ?? errors.location} />
      {!draft.compound && !open && (
        <View className='field'>
          <Button plain onClick={() => setOpen(true)}>
            选小区
          </Button>
        </View>
      )}
      {open && <PlaceEditor store={store} onDone={() => setOpen(false)} />}
      {draft.compound && !open && <Details key={draft.compound.code} store={store} />}
    </View>
  )
})

const Details = observer(function Details({ store }: { store: NewStore }) {
  const { building, spot } = store.draft
  const [asksBuilding] = useState(!building)
  return (
    <View>
      {asksBuilding && (
        <Field id='field-building' name='几号楼（可不填）' error={store.errors.building}>
          <Line value={building} label='楼号' placeholder='如：20' most={20} onChange={(text) => store.edit({ building: text })} />
        </Field>
      )}
      <FloorField store={store} />
      <Field id='field-spot' name='具体在哪（可不填）' error={store.errors.spot}>
        <Line value={spot} label='具体位置' placeholder='如：东侧楼梯口' most={100} onChange={(text) => store.edit({ spot: text })} />
      </Field>
    </View>
  )
})

const FloorField = observer(function FloorField({ store }: { store: NewStore }) {
  const { floor, compound } = store.draft
  const floors = Math.min(compound?.floors ?? mostChips, mostChips)
  const chips = Array.from({ length: floors }, (_, index) => ({ value: String(index + 1), text: `${index + 1} 层` }))
  const isOther = floor !== '' && !chips.some(({ value }) => value === floor)
  const [other, setOther] = useState(isOther)
  const choose = (value: string) => {
    setOther(value === otherFloor)
    if (value === otherFloor) store.edit({ floor: '' })
    else store.edit({ floor: value === floor ? '' : value })
  }
  return (
    <Field id='field-floor' error={store.errors.floor}>
      <Chips choices={[...chips, { value: otherFloor, text: '其他' }]} chosen={other ? otherFloor : floor} onChoose={choose} />
      {other && (
        <View className='field'>
          <Line value={floor} label='楼层' placeholder='如：12、地下车库' most={20} onChange={(text) => store.edit({ floor: text })} />
        </View>
      )}
    </Field>
  )
})
