import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { More } from '@/components/more'
import { roleOf } from '@/components/role'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { absolute } from '@/lib/request'
import { saidTime } from '@/lib/time'
import type { XuexiWaiting } from '../../../../contract/branch'
import { monthName } from '../months'
import type { BranchStore, Verdict } from './branch-store'

type Props = { store: BranchStore; one: XuexiWaiting }

/** Totals that members wrote down, each beside its screenshot. */
export const WaitingPane = observer(function WaitingPane({ store }: { store: BranchStore }) {
  const { waiting } = store
  const empty = <Empty title='没有要确认的总分' hint='党员交了学习强国总分，会列在这里等您确认。' />
  return (
    <View className='branch-waiting'>
      <StateView state={waiting.state} error={waiting.error} empty={empty} onRetry={() => waiting.refresh()}>
        <Stale words={waiting.staleError} onRetry={() => waiting.refresh()} />
        {waiting.blocks.map((block) => (
          <View key={block[0]?.id}>
            {block.map((one) => (
              <WaitingCard key={one.id} store={store} one={one} />
            ))}
          </View>
        ))}
        <More list={waiting} />
      </StateView>
    </View>
  )
})

const WaitingCard = observer(function WaitingCard({ store, one }: Props) {
  const { nickname, month, total, before, photo, own, saidAt } = one
  const verdict = store.verdicts.get(one.id)
  return (
    <View className='card stack'>
      <View className='row'>
        {photo && (
          <Tap
            label={`看${nickname}的截图`}
            onClick={() => Taro.previewImage({ current: absolute(photo.url), urls: [absolute(photo.url)] })}
          >
            <Image className='branch-shot' src={absolute(photo.thumbUrl)} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
          </Tap>
        )}
        <View className='grow'>
          <View className='title'>{nickname}</View>
          <View>
            {monthName(month, Date.now())}总分 <View className='branch-total'>{total}</View>
          </View>
          <View className='second'>
            {before === null ? '以前没有确认过' : `上次确认 ${before} 分，多了 ${total - before} 分`} · {saidTime(saidAt)}交
          </View>
        </View>
      </View>
      {verdict ? (
        <Said verdict={verdict} />
      ) : own ? (
        <View className='second'>这是您自己的，请支部的另一位书记确认。</View>
      ) : (
        <Decide store={store} one={one} />
      )}
    </View>
  )
})

const Decide = observer(function Decide({ store, one }: Props) {
  const busy = store.busy === one.id && '正在记下…'
  return (
    <View className='stack'>
      <Line
        value={store.notes.get(one.id) ?? ''}
        label='给本人的话'
        placeholder='退回时写一句原因'
        most={200}
        onChange={(note) => store.write(one.id, note)}
      />
      <FieldError text={store.failures.get(one.id)} />
      <View className='staff-buttons'>
        <Button plain busy={busy} onClick={() => store.decide(one, false)}>
          退回
        </Button>
        <Button busy={busy} onClick={() => store.decide(one, true)}>
          确认
        </Button>
      </View>
    </View>
  )
})

const Said = ({ verdict }: { verdict: Verdict }) =>
  verdict.by === 'other' ? (
    <View className='second' {...roleOf('status')}>
      {verdict.words}
    </View>
  ) : (
    <View className='staff-done' {...roleOf('status')}>
      <Icon name='check' />
      {verdict.confirmed ? '确认了' : '退回了'}，已发消息告诉本人。
    </View>
  )
