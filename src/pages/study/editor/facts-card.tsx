import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, Line, Words } from '@/components/field'
import { hasMap } from '@/lib/platform'
import { usePrivacy } from '@/session/privacy'
import { kindWords, siteKinds } from '../labels'
import type { EditorStore } from './editor-store'
import type { SiteDraft } from './site-draft'

export type CardProps = { store: EditorStore; draft: SiteDraft }

/** What and where it is, in words. */
export const FactsCard = observer(function FactsCard({ store, draft }: CardProps) {
  const { errors } = store
  return (
    <View className='card'>
      <View className='title'>是什么、在哪里</View>
      {store.id === null && (
        <Field name='编号，定了就不能改' error={errors.id}>
          <Line value={draft.id} label='编号' placeholder='比如：STU-006' most={32} onChange={(id) => store.change({ id })} />
        </Field>
      )}
      <Field name='名称' error={errors.name}>
        <Line value={draft.name} label='名称' most={40} onChange={(name) => store.change({ name })} />
      </Field>
      <Field name='类别'>
        <Chips
          choices={siteKinds.map((value) => ({ value, text: kindWords[value] }))}
          chosen={draft.kind}
          onChoose={(kind) => store.change({ kind })}
        />
      </Field>
      <Field name='地址'>
        <Line value={draft.address} label='地址' most={100} onChange={(address) => store.change({ address })} />
      </Field>
      <Place store={store} draft={draft} />
      <Field name='怎么去'>
        <Words
          value={draft.directions}
          label='怎么去'
          placeholder='比如：广场东侧的玻璃小屋'
          most={300}
          onChange={(directions) => store.change({ directions })}
        />
      </Field>
      <Field name='介绍'>
        <Words value={draft.story} label='介绍' most={5000} onChange={(story) => store.change({ story })} />
      </Field>
      <Field name='语音介绍的地址，可以不填' error={errors.audioUrl}>
        <Line
          value={draft.audioUrl}
          label='语音介绍的地址'
          placeholder='https://'
          most={300}
          onChange={(audioUrl) => store.change({ audioUrl })}
        />
      </Field>
    </View>
  )
})

const Place = observer(function Place({ store, draft }: CardProps) {
  const { before, card } = usePrivacy('position')
  return (
    <Field name='经度、纬度' error={store.errors.place}>
      <View className='row'>
        <View className='grow'>
          <Line value={draft.lng} label='经度' placeholder='121.3656' most={20} onChange={(lng) => store.change({ lng })} />
        </View>
        <View className='grow'>
          <Line value={draft.lat} label='纬度' placeholder='31.1699' most={20} onChange={(lat) => store.change({ lat })} />
        </View>
      </View>
      <View className='editor-gap'>
        <Button plain onClick={() => before(() => store.findPlace())}>
          {hasMap ? '在地图上选' : '用我现在的位置'}
        </Button>
      </View>
      {card && <View>{card}</View>}
    </Field>
  )
})
