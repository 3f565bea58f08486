import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { unitKindWords } from '@/lib/board-words'
import type { Board } from '../../../../contract/board'
import type { DefinitionStore } from './definition-store'

/** The boards as they stand on the list: groups before theirs. */
export const BoardList = observer(function BoardList({ store }: { store: DefinitionStore }) {
  const { boards } = store
  const state = boards.value?.length === 0 ? 'empty' : boards.state
  const empty = <Empty title='还没有榜' hint='先写一个榜：排什么、怎么算、多久一期。' action='新建一个榜' onAction={() => store.create()} />
  return (
    <StateView state={state} error={boards.error} empty={empty} onRetry={() => boards.refresh()}>
      <Stale words={boards.error} onRetry={() => boards.refresh()} />
      <View className='card stack'>
        <Button plain onClick={() => store.create()}>
          新建一个榜
        </Button>
        {store.saved && (
          <View className='staff-done' {...roleOf('status')}>
            <Icon name='check' />
            <View className='grow'>{store.saved}保存了。已经公布的各期不变，以后的照新的来。</View>
          </View>
        )}
        {!store.draft && <FieldError text={store.failure} />}
      </View>
      <View className='card definition-lines'>
        {boards.value?.map((board) => (
          <Line key={board.code} store={store} board={board} />
        ))}
      </View>
    </StateView>
  )
})

const Line = observer(function Line({ store, board }: { store: DefinitionStore; board: Board }) {
  const { code, name, unitKind, mode, live, parentCode } = board
  const facts = unitKind ? [unitKindWords[unitKind], mode === 'progress' ? '进步榜' : '先进榜', live && '从记录算'] : ['一组榜']
  const classes = ['line-item', parentCode && 'definition-inner', store.draft && store.code === code && 'definition-on']
  return (
    <Tap className={classes.filter(Boolean).join(' ')} label={`改${name}`} onClick={() => store.open(code)}>
      <View className='grow'>
        <View>{name}</View>
        <View className='second'>{facts.filter(Boolean).join(' · ')}</View>
      </View>
      <View className='second'>›</View>
    </Tap>
  )
})
