import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Line } from '@/components/field'
import { roleOf } from '@/components/role'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import type { SortingItem } from '../../../../contract/sorting'
import type { ItemsStore } from '../items-store'
import { KindChip } from '../kind-chip'
import { Unsure } from './unsure'

const mostShown = 12

/** What is it? Type a word of it, and read the bin. */
export const SearchCard = observer(function SearchCard({ store }: { store: ItemsStore }) {
  const { all, words } = store
  const count = all.value?.length ?? 0
  return (
    <View>
      <View className='card'>
        <View className='title'>这是什么垃圾？</View>
        <View className='row help-search'>
          <View className='grow'>
            <Line value={words} label='要扔的东西' placeholder='名字或拼音，如 nc' most={20} onChange={(text) => store.type(text)} />
          </View>
          {words !== '' && (
            <Tap className='text-link help-clear' label='清空' onClick={() => store.type('')}>
              清空
            </Tap>
          )}
        </View>
        {words.trim() === '' && count > 0 && <View className='hint'>{count} 样东西都存在手机里，没有网络也能查。</View>}
        {words.trim() !== '' && all.value && <Found store={store} />}
      </View>
      {!all.value && (
        <StateView state={all.state} error={all.error} skeleton={1} onRetry={() => all.refresh()}>
          {null}
        </StateView>
      )}
    </View>
  )
})

const Found = observer(function Found({ store }: { store: ItemsStore }) {
  const { found, words } = store
  if (found.length === 0) return <Unsure words={words.trim()} />
  return (
    <View {...roleOf('status')}>
      {found.slice(0, mostShown).map((item) => (
        <ItemLine key={item.name} item={item} />
      ))}
      {found.length > mostShown && <View className='hint'>还有 {found.length - mostShown} 样，多写一个字就找得到。</View>}
    </View>
  )
})

const ItemLine = ({ item: { name, kind, hint } }: { item: SortingItem }) => (
  <View className='line-item'>
    <View className='grow'>
      <View className='help-name'>{name}</View>
      {hint && <View className='second'>{hint}</View>}
    </View>
    <KindChip kind={kind} />
  </View>
)
