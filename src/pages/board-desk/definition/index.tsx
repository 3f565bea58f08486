import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { useShown } from '@/lib/use-shown'
import { DeskPage } from '../desk-page'
import { BoardList } from './board-list'
import { DefinitionForm } from './definition-form'
import { DefinitionStore } from './definition-store'
import { UnitsPane } from './units-pane'
import './index.scss'

const panes = [
  { value: 'boards', text: '有哪些榜' },
  { value: 'units', text: '上榜单位' },
] as const

/** What the boards of the town are: a new one needs no program. */
export default observer(function BoardDefinitions() {
  return <DeskPage at='definition'>{() => <Definitions />}</DeskPage>
})

const Definitions = observer(function Definitions() {
  const [store] = useState(() => new DefinitionStore())
  const [pane, setPane] = useState<(typeof panes)[number]['value']>('boards')
  useShown(() => store.boards.refresh())
  usePullDownRefresh(() => {
    store.boards.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <View>
      <Choices name='设置什么' choices={panes} chosen={pane} onChoose={setPane} />
      {pane === 'units' ? (
        <UnitsPane />
      ) : (
        <View className={store.draft ? 'definition definition-writing' : 'definition'}>
          <View className='definition-list'>
            <BoardList store={store} />
          </View>
          {store.draft && (
            <View className='definition-form'>
              <DefinitionForm store={store} draft={store.draft} />
            </View>
          )}
        </View>
      )}
    </View>
  )
})
