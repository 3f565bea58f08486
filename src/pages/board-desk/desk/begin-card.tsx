import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { FieldError } from '@/components/field'
import { Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { periodText } from '@/lib/periods'
import { BeginStore, placeOf } from '../begin-store'
import type { DraftAddress } from '../urls'
import type { DeskStore } from './desk-store'

type Props = { store: DeskStore; onBegun: (address: DraftAddress) => void }

/** What is due and not begun; and any other period of any board. */
export const BeginCard = observer(function BeginCard({ store, onBegun }: Props) {
  const [begin] = useState(() => new BeginStore())
  const [open, setOpen] = useState(false)
  const { boards, due } = store
  const start = async (address: DraftAddress) => {
    const at = await begin.begin(address)
    if (!at) return
    setOpen(false)
    await store.drafts.refresh()
    onBegun(at)
  }
  return (
    <StateView state={boards.state} error={boards.error} skeleton={1} onRetry={() => boards.refresh()}>
      <Stale words={boards.error} onRetry={() => boards.refresh()} />
      {due.length > 0 && (
        <View className='card'>
          <View className='title'>该出了，还没开始</View>
          {due.map(({ board, period }) => (
            <DueLine key={board.code} begin={begin} name={board.name} address={{ code: board.code, period }} onStart={start} />
          ))}
        </View>
      )}
      {open ? (
        <OtherPeriod store={store} begin={begin} onStart={start} onClose={() => setOpen(false)} />
      ) : (
        <Button plain className='desk-begin' onClick={() => setOpen(true)}>
          开始别的一期，或更正
        </Button>
      )}
    </StateView>
  )
})

type StartProps = { begin: BeginStore; onStart: (address: DraftAddress) => void }

const DueLine = observer(function DueLine({ begin, name, address, onStart }: StartProps & { name: string; address: DraftAddress }) {
  const isBusy = begin.busy === placeOf(address)
  return (
    <View className='desk-due'>
      <View className='row row-between'>
        <View className='grow'>
          <View className='clip-2'>{name}</View>
          <View className='second'>{periodText(address.period)}</View>
        </View>
        <Tap className='text-link' label={`开始${name}${periodText(address.period)}`} onClick={() => onStart(address)}>
          {isBusy ? '正在开始…' : '开始'}
        </Tap>
      </View>
      <FieldError text={begin.failure?.at === placeOf(address) ? begin.failure.words : null} />
    </View>
  )
})

type OtherProps = StartProps & { store: DeskStore; onClose: () => void }

const OtherPeriod = observer(function OtherPeriod({ store, begin, onStart, onClose }: OtherProps) {
  const { code, period, board, periods } = begin
  const boards = store.boards.value?.filter(({ unitKind }) => unitKind !== null) ?? []
  const chosen = boards.find((one) => one.code === code)
  const address = code && period ? { code, period } : null
  return (
    <View className='card stack'>
      {chosen ? (
        <View className='row row-between'>
          <View className='title grow'>{chosen.name}</View>
          <Tap className='text-link' onClick={() => begin.choose(null)}>
            换一个榜
          </Tap>
        </View>
      ) : (
        <View className='stack'>
          <View className='title'>哪个榜？</View>
          <Choices
            name='哪个榜'
            choices={boards.map(({ code, name }) => ({ value: code, text: name }))}
            chosen={code}
            onChoose={(value) => begin.choose(value)}
          />
        </View>
      )}
      {code && (
        <StateView state={board.state} error={board.error} skeleton={1} onRetry={() => board.refresh()}>
          <View className='second'>哪一期？</View>
          <Choices
            name='哪一期'
            choices={periods.map((value) => ({ value, text: periodText(value) }))}
            chosen={period}
            onChoose={(value) => begin.choosePeriod(value)}
          />
        </StateView>
      )}
      {address && <View className='second'>已经公布过的一期会开始更正：公布的不动，改好、审过再换上。</View>}
      <FieldError text={address && begin.failure?.at === placeOf(address) ? begin.failure.words : null} />
      <View className='staff-buttons'>
        <Button plain onClick={onClose}>
          先不
        </Button>
        <Button disabled={!address} busy={begin.busy !== null && '正在开始…'} onClick={() => address && onStart(address)}>
          开始这一期
        </Button>
      </View>
    </View>
  )
})
