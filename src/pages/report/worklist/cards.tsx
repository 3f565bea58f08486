import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { chipOf, placeText, runningLimit, stateWords } from '@/lib/matter'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import type { ReportCard, Shelf } from '../../../../contract/report'
import { leftText, stepTo } from '../countdown'
import { mayAccept } from '../may-accept'
import { Cover } from '../report-card'
import type { WorklistStore } from './worklist-store'

const nothing: Record<Shelf, string> = {
  todo: '没有待处置的，辛苦了',
  verify: '没有待核查的',
  suspended: '没有挂账的',
  done: '今天还没有办结的',
}

/** The cards of the shelf in their four states. */
export const Cards = observer(function Cards({ store, wide }: { store: WorklistStore; wide: boolean }) {
  const { list } = store
  const empty = (
    <Empty
      title={nothing[store.shelf]}
      hint={store.group ? '只看了一个类别。' : '有新的会自动出现在这里。'}
      action={store.group ? '看全部类别' : undefined}
      onAction={() => store.filter(null)}
    />
  )
  return (
    <StateView state={list.state} error={list.error} skeleton={4} empty={empty} onRetry={() => store.refresh()}>
      <Stale words={list.staleError} onRetry={() => store.refresh()} />
      {list.blocks.map((block) => (
        <View key={block[0]?.id}>
          {block.map((card) => (
            <WorkCard key={card.id} store={store} card={card} wide={wide} />
          ))}
        </View>
      ))}
      <More list={list} />
    </StateView>
  )
})

type CardProps = { store: WorklistStore; card: ReportCard; wide: boolean }

const WorkCard = observer(function WorkCard({ store, card, wide }: CardProps) {
  const limit = runningLimit(card)
  const now = useNow(stepTo(limit, Date.now()))
  const left = limit ? leftText(limit, now) : null
  const open = () => (wide ? store.select(card.id) : Taro.navigateTo({ url: `/pages/report/detail/index?id=${card.id}` }))
  const classes = ['card', 'work', left?.late && 'work-late', store.selected?.id === card.id && 'work-selected']
  const outcome = store.outcomes.get(card.id)
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      <Tap role='link' onClick={open}>
        <View className='row row-between work-head'>
          <View className='title grow clip-2'>{card.categoryName}</View>
          <Clock card={card} now={now} left={left} />
        </View>
        <View className='row work-facts'>
          {card.coverUrl && <Cover card={card} />}
          <View className='grow'>
            <View className='second clip-2'>
              {placeText(card)}
              {card.spot && ` · ${card.spot}`}
            </View>
            <View className='second clip-2'>{factsOf(card, now)}</View>
          </View>
        </View>
      </Tap>
      {(!outcome || outcome.again) && mayAccept(card, session.person?.grants ?? []) && (
        <Button className='work-accept' busy={store.taking.has(card.id) && '正在接单…'} onClick={() => store.accept(card.id)}>
          接单
        </Button>
      )}
      <FieldError text={outcome?.text} />
    </View>
  )
})

type ClockProps = { card: ReportCard; now: number; left: { text: string; late: boolean } | null }

const Clock = ({ card, now, left }: ClockProps) => {
  const { icon, tone } = chipOf(card, now)
  return (
    <View className={`chip chip-${tone}`}>
      <Icon name={icon} />
      {left ? left.text : stateWords[card.state]}
    </View>
  )
}

const factsOf = (card: ReportCard, now: number) =>
  [
    stateWords[card.state],
    card.acceptedBy && `${card.acceptedBy}经办`,
    card.supervised && '已督办',
    card.supporters > 0 && `${card.supporters} 位邻居也遇到`,
    card.suspendedUntil && `挂账到 ${saidTime(card.suspendedUntil, now)}`,
    `${saidTime(card.createdAt, now)}上报`,
  ]
    .filter(Boolean)
    .join(' · ')
