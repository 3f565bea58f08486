import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, Words } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Empty, StateView } from '@/components/state-view'
import { dateText } from '@/lib/meal'
import { session } from '@/session/session'
import type { CardPlace } from '../../../../contract/mailbox'
import { checkInUrl } from '../urls'
import type { MailboxStore } from './mailbox-store'

type Props = { store: MailboxStore; onDone: () => void; onClose: () => void }

/** Writing a card with one of my check-ins. */
export const WriteCard = observer(function WriteCard({ store, onDone, onClose }: Props) {
  const { places } = store
  if (store.sent) return <Sent onClose={onClose} />
  return (
    <StateView state={places.state} error={places.error} skeleton={1} onRetry={() => places.refresh()}>
      {places.value?.length === 0 ? (
        <Empty
          title='先打个卡，再写寄语'
          hint='在红色邮筒打过卡，或今天在任何学习点打过卡，就能写一张。一次打卡写一张。'
          action='去打卡'
          onAction={() => Taro.navigateTo({ url: checkInUrl() })}
        />
      ) : (
        <Form store={store} onDone={onDone} onClose={onClose} places={places.value ?? []} />
      )}
    </StateView>
  )
})

const most = 300

const Form = observer(function Form({ store, onDone, onClose, places }: Props & { places: CardPlace[] }) {
  const send = async () => {
    if (await store.send()) onDone()
  }
  return (
    <View className='card stack'>
      <View className='title'>写一张寄语</View>
      {places.length > 1 ? (
        <Field name='哪一次打卡'>
          <Chips
            choices={places.map(({ checkInId, siteName, day }) => ({ value: checkInId, text: `${siteName} ${dateText(day)}` }))}
            chosen={store.place?.checkInId ?? null}
            onChoose={(placeId) => store.write({ placeId })}
          />
        </Field>
      ) : (
        <View className='second'>
          {store.place?.siteName} · {dateText(store.place?.day ?? '')}的打卡
        </View>
      )}
      <Field name={`最多 ${most} 字，还能写 ${most - [...store.text].length} 字`} error={store.failure}>
        <Words value={store.text} label='寄语' placeholder='写一句心里话' most={most} onChange={(text) => store.write({ text })} />
      </Field>
      <Field name='怎么署名'>
        <Chips
          choices={[
            { value: 'anonymous', text: '匿名' },
            { value: 'named', text: `署名“${session.person?.nickname ?? ''}”` },
          ]}
          chosen={store.named ? 'named' : 'anonymous'}
          onChoose={(value) => store.write({ named: value === 'named' })}
        />
      </Field>
      <View className='second'>有人看过以后才挂出来。请不要写电话、住址。随时可以收回。</View>
      <Button busy={store.busy === 'send' && '正在投递…'} onClick={send}>
        投进邮筒
      </Button>
      <Button plain onClick={onClose}>
        先不写
      </Button>
    </View>
  )
})

const Sent = ({ onClose }: { onClose: () => void }) => (
  <View className='card stack' {...roleOf('status')}>
    <View className='row good-word'>
      <Icon name='check' />
      <View className='grow'>投进去了，有人看过就会挂出来。</View>
    </View>
    <Button plain onClick={onClose}>
      好的
    </Button>
  </View>
)
