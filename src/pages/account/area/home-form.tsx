import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Field, FieldError, Line } from '@/components/field'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { CompoundChoices } from './compound-choices'
import type { HomeStore } from './home-store'

/** Compound, building and room: each may be left out. */
export const HomeForm = observer(function HomeForm({ store }: { store: HomeStore }) {
  const { compounds } = store
  return (
    <StateView state={compounds.state} error={compounds.error} onRetry={() => compounds.refresh()} skeleton={1}>
      <View className='card'>
        <View className='title'>哪个小区？</View>
        <CompoundChoices store={store} />
        <FieldError text={store.errors.get('compound')} />
      </View>
      <View className='card'>
        <View className='title'>几号楼、几室？</View>
        <View className='second'>可以不填。填了以后，上报时不用再填一遍。</View>
        <Field name='楼号' error={store.errors.get('building')}>
          <Line value={store.building} label='楼号' placeholder='例如 20号楼' most={20} onChange={(text) => store.typeBuilding(text)} />
        </Field>
        <Field name='房号' error={store.errors.get('room')}>
          <Line
            value={store.room}
            label='房号'
            placeholder={store.knownRoom ? `已存 ${store.knownRoom}，不改不用填` : '例如 301'}
            most={20}
            onChange={(text) => store.typeRoom(text)}
          />
        </Field>
        {store.knownRoom && !store.room && (
          <Tap className='text-link' onClick={() => store.forgetRoom()}>
            删掉已存的房号
          </Tap>
        )}
        <View className='second home-secret'>房号加密保存，只有办理您上报的人能看到。</View>
      </View>
    </StateView>
  )
})
