import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { Empty, Stale, StateView } from '@/components/state-view'
import { online } from '@/lib/online'
import type { CounterStore } from './counter-store'
import { RollLine } from './roll-line'
import type { Shelf } from './roll-store'

const nothing: Record<Shelf, string> = {
  waiting: '没有等着取的了',
  collected: '还没有人来取',
  refund: '没有要退款的',
  all: '这一餐没有人订',
}

/** Who comes to this meal: still to come, been here, and whose money is owed. */
export const RollCard = observer(function RollCard({ store }: { store: CounterStore }) {
  const { roll } = store
  const digits = /^\d{1,4}$/.test(store.typed) ? store.typed : ''
  const lines = roll.lines(digits)
  const { collected, all, refunds } = roll.counts
  const choices = [
    { value: 'waiting', text: `待取 ${all - collected}` },
    { value: 'collected', text: `已取 ${collected}` },
    ...(refunds > 0 || roll.shelf === 'refund' ? [{ value: 'refund' as const, text: `待退款 ${refunds}` }] : []),
    { value: 'all', text: '全部' },
  ] as const
  return (
    <View className='counter-roll'>
      <StateView state={roll.roll.state} error={roll.roll.error} skeleton={2} onRetry={() => store.refresh()}>
        <Choices name='名单' choices={choices} chosen={roll.shelf} onChoose={(shelf) => roll.show(shelf)} />
        <Stale words={online.is ? roll.roll.error : null} onRetry={() => store.refresh()} />
        {lines.length === 0 && (
          <Empty title={digits ? `没有 ${digits} 开头的` : nothing[roll.shelf]} hint={digits ? undefined : '有变化会自动更新。'} />
        )}
        {lines.length > 0 && (
          <View className='card counter-lines'>
            {lines.slice(0, roll.shown).map((order) => (
              <RollLine key={order.id} store={store} order={order} />
            ))}
          </View>
        )}
        {lines.length > roll.shown && (
          <Button plain onClick={() => roll.more()}>
            还有 {lines.length - roll.shown} 份，再看 20 份
          </Button>
        )}
      </StateView>
    </View>
  )
})
