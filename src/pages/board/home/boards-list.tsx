import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Empty, Stale, StateView } from '@/components/state-view'
import type { Board } from '../../../../contract/board'
import { BoardLine } from './board-line'
import type { HomeStore } from './home-store'
import { TownLine } from './town-line'

/** All boards of the town, each group under its name. */
export const BoardsList = observer(function BoardsList({ store }: { store: HomeStore }) {
  const { boards } = store
  return (
    <View>
      <TownLine store={store} />
      <StateView state={boards.state} error={boards.error} skeleton={3} onRetry={() => boards.refresh()}>
        <Stale words={boards.error} onRetry={() => boards.refresh()} />
        {boards.value?.items.length === 0 && <Empty title='这里还没有榜单' hint='街镇公布了榜单，会出现在这里。' />}
        {groupsOf(boards.value?.items ?? []).map(({ code, name, members }) => (
          <View key={code} className='card boards-group'>
            {name && <View className='title'>{name}</View>}
            {members.map((board) => (
              <BoardLine key={board.code} board={board} />
            ))}
          </View>
        ))}
      </StateView>
    </View>
  )
})

interface Group {
  readonly code: string
  /** Null: boards that stand alone, between two groups. */
  readonly name: string | null
  readonly members: Board[]
}

/** Boards as they follow each other: those of a group together, and so those that stand alone. */
function groupsOf(boards: readonly Board[]): Group[] {
  const groups: Group[] = []
  for (const board of boards) {
    const last = groups.at(-1)
    if (!board.unitKind) groups.push({ code: board.code, name: board.name, members: [] })
    else if (last && (board.parentCode === last.code || (!board.parentCode && !last.name))) last.members.push(board)
    else groups.push({ code: board.code, name: null, members: [board] })
  }
  return groups.filter(({ members }) => members.length > 0)
}
