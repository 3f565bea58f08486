import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Field, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { Empty, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { distanceText } from '@/lib/distance'
import { hasMap } from '@/lib/platform'
import { usePrivacy } from '@/session/privacy'
import { session } from '@/session/session'
import type { Compound } from '../../../../contract/place'
import type { NewStore } from './new-store'
import { PlaceStore } from './place-store'

type Props = { store: NewStore; onDone: () => void }

/** Another compound: near the position, or by name; and the building. Opens in the card, not over the page. */
export const PlaceEditor = observer(function PlaceEditor({ store, onDone }: Props) {
  const [places] = useState(() => new PlaceStore(store.draft.location))
  useEffect(() => () => places.close(), [places])
  const { draft } = store
  const choose = ({ code, name, floors }: Compound) => {
    const same = draft.compound?.code === code
    store.edit({ compound: { code, name, floors }, ...(same ? {} : { building: '', floor: '' }) })
    onDone()
  }
  return (
    <View className='place-editor'>
      <PositionButton store={store} places={places} />
      {draft.compound && (
        <Field name='楼号'>
          <Line value={draft.building} label='楼号' placeholder='如：20' most={20} onChange={(building) => store.edit({ building })} />
        </Field>
      )}
      <Field name={`${draft.compound ? '换个小区' : '小区'}，写名字或拼音首字母`}>
        <Line
          value={places.words}
          label='小区名字或拼音首字母'
          placeholder='如：爱博、abwc'
          most={40}
          onChange={(words) => places.type(words)}
        />
      </Field>
      <Found places={places} chosen={draft.compound?.code} onChoose={choose} />
      <Button plain onClick={onDone}>
        好了
      </Button>
    </View>
  )
})

const PositionButton = observer(function PositionButton({ store, places }: { store: NewStore; places: PlaceStore }) {
  const privacy = usePrivacy('position')
  const locate = () =>
    privacy.before(async () => {
      const location = await places.locate()
      if (location) store.edit({ location })
    })
  return (
    <View>
      <Button plain busy={places.locating && '正在找位置…'} onClick={locate}>
        <Icon name='place' />
        {hasMap ? '在地图上标出来' : '用我现在的位置'}
      </Button>
      {privacy.card}
      {places.notice && <View className='field-error'>{places.notice}</View>}
      {store.draft.location && (
        <Tap className='text-link' onClick={() => store.edit({ location: null })}>
          不用这个位置
        </Tap>
      )}
    </View>
  )
})

type FoundProps = { places: PlaceStore; chosen: string | undefined; onChoose: (compound: Compound) => void }

const Found = observer(function Found({ places: { found, words }, chosen, onChoose }: FoundProps) {
  const noTown = !session.person?.town
  const empty = noTown ? (
    <Empty
      title='先选您的居民区'
      hint='选好以后，这里会列出您街镇的小区。'
      action='去选居民区'
      onAction={() => Taro.navigateTo({ url: '/pages/account/area/index' })}
    />
  ) : (
    <View className='second found-none'>没有找到“{words}”，换个名字试试。</View>
  )
  return (
    <StateView state={found.state} error={found.error} skeleton={1} empty={empty} onRetry={() => found.refresh()}>
      {found.items.map((compound) => (
        <Tap key={compound.code} className='line-item' role='switch' checked={compound.code === chosen} onClick={() => onChoose(compound)}>
          <View className='grow'>
            <View>{compound.name}</View>
            <View className='hint'>{compound.areaName}</View>
          </View>
          {compound.code === chosen && <Icon name='check' />}
          {compound.distance !== null && <View className='second'>{distanceText(compound.distance)}</View>}
        </Tap>
      ))}
      {found.hasMore && (
        <Tap className='text-link' onClick={() => found.more()}>
          更多小区
        </Tap>
      )}
    </StateView>
  )
})
