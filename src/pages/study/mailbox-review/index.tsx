import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Words } from '@/components/field'
import { More } from '@/components/more'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import type { WallCard } from '../../../../contract/mailbox'
import { CardPaper } from '../card-paper'
import { mayReview } from '../may'
import { mailboxUrl } from '../urls'
import { ReviewStore } from './review-store'
import '../study.scss'
import './index.scss'

/** Cards of the mailbox before everybody reads them: for hosts, editors and the admin. */
export default observer(function MailboxReview() {
  return (
    <Page service='study' wide>
      <Gate hint='讲解员和街镇编辑登录后，在这里看寄语。'>
        {mayReview() ? (
          <Queue key={session.person?.id} />
        ) : (
          <Empty
            title='这里是讲解员和编辑用的'
            hint='您的账号不审核寄语。'
            action='看大家的寄语'
            onAction={() => Taro.redirectTo({ url: mailboxUrl() })}
          />
        )}
      </Gate>
    </Page>
  )
})

const Queue = observer(function Queue() {
  const [store] = useState(() => new ReviewStore())
  const { queue } = store
  useDidShow(() => {
    queue.refresh()
  })
  usePullDownRefresh(() => {
    queue.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <View>
      {store.done && (
        <View className='notice notice-stays' {...roleOf('status')}>
          {store.done}
        </View>
      )}
      <StateView
        state={queue.state}
        error={queue.error}
        onRetry={() => queue.refresh()}
        empty={<Empty title='没有等着看的寄语' hint='有人写了，会出现在这里。自己写的请别人来看。' />}
      >
        <Stale words={queue.staleError} onRetry={() => queue.refresh()} />
        {queue.blocks.map((block) => (
          <View key={block[0]?.id} className='review-cards'>
            {block.map((card) => (
              <Waiting key={card.id} store={store} card={card} />
            ))}
          </View>
        ))}
        <More list={queue} />
      </StateView>
    </View>
  )
})

const reasons = ['请不要写电话或住址', '请不要写广告', '有不合适的话，请改一下'].map((value) => ({ value, text: value }))

const Waiting = observer(function Waiting({ store, card }: { store: ReviewStore; card: WallCard }) {
  const [returning, setReturning] = useState(false)
  const [word, setWord] = useState('')
  const busy = store.busy && store.at === card.id
  return (
    <CardPaper card={card} by={card.by ?? '匿名'}>
      {returning && (
        <Field name='写一句原因，写的人会收到'>
          <Chips choices={reasons} chosen={word} onChoose={setWord} />
          <View className='field'>
            <Words value={word} label='原因' placeholder='写一句原因' most={100} onChange={setWord} />
          </View>
        </Field>
      )}
      <FieldError text={store.at === card.id ? store.failure : null} />
      <View className='row review-buttons'>
        {returning ? (
          <>
            <Button className='grow' plain disabled={busy} onClick={() => setReturning(false)}>
              先不退
            </Button>
            <Button className='grow' busy={busy && '正在退回…'} onClick={() => store.decide(card.id, false, word)}>
              退回
            </Button>
          </>
        ) : (
          <>
            <Button className='grow' plain disabled={busy} label={`退回：${card.text.slice(0, 10)}`} onClick={() => setReturning(true)}>
              退回
            </Button>
            <Button
              className='grow'
              busy={busy && '正在挂…'}
              label={`挂出来：${card.text.slice(0, 10)}`}
              onClick={() => store.decide(card.id, true)}
            >
              挂出来
            </Button>
          </>
        )}
      </View>
    </CardPaper>
  )
})
