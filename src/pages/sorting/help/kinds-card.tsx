import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import type { SortingKind } from '../../../../contract/sorting'
import type { ItemsStore } from '../items-store'
import { kinds, kindWords } from '../kinds'

/** The four kinds; a tap lists what goes there. */
export const KindsCard = observer(function KindsCard({ store }: { store: ItemsStore }) {
  const { kind: chosen } = store
  return (
    <View className='card'>
      <View className='title'>四种垃圾</View>
      <View className='kinds'>
        {kinds.map((kind) => (
          <KindTile key={kind} kind={kind} on={kind === chosen} onClick={() => store.show(kind)} />
        ))}
      </View>
      {chosen && <KindList key={chosen} kind={chosen} store={store} />}
    </View>
  )
})

type TileProps = { kind: SortingKind; on: boolean; onClick: () => void }

const KindTile = ({ kind, on, onClick }: TileProps) => {
  const { title, icon, what } = kindWords[kind]
  return (
    <Tap className={`kind bin-${kind} ${on ? 'kind-on' : ''}`} label={`${title}：${what}。${on ? '收起' : '看有哪些'}`} onClick={onClick}>
      <View className='kind-name'>
        <Icon name={icon} />
        {title}
        <View className='kind-turn'>{on ? '⌃' : '⌄'}</View>
      </View>
      <View className='kind-what'>{what}</View>
    </Tap>
  )
}

const atFirst = 40

const KindList = observer(function KindList({ kind, store }: { kind: SortingKind; store: ItemsStore }) {
  const [all, setAll] = useState(false)
  const items = store.of(kind)
  const shown = all ? items : items.slice(0, atFirst)
  return (
    <View className={`kind-list stack bin-${kind}`}>
      <View className='kind-how'>{kindWords[kind].how}</View>
      <View>{shown.map(({ name }) => name).join('、') || '还没有读到清单，联网后再看。'}</View>
      {items.length > shown.length && (
        <Button plain onClick={() => setAll(true)}>
          全部 {items.length} 样
        </Button>
      )}
    </View>
  )
})
