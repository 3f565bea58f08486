import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import type { Category, CategoryGroup } from '../../../../contract/report'
import { markOf } from '../categories-store'
import { LeafLine } from './leaf-line'

type Props = { group: CategoryGroup; open: boolean; onToggle: () => void; onChoose: (category: Category) => void }

/** A group of matters; a tap opens it in place. */
export const GroupCard = ({ group, open, onToggle, onChoose }: Props) => (
  <View className='card group'>
    <Tap className='row group-head' label={`${group.name}，${open ? '收起' : '展开'}`} onClick={onToggle}>
      <View className='category-mark' aria-hidden>
        {markOf(group.code, group.name)}
      </View>
      <View className='grow'>
        <View className='title'>{group.name}</View>
        {!open && <View className='hint group-hint'>{group.categories.map(({ name }) => name).join(' · ')}</View>}
      </View>
      <View className={`group-arrow ${open ? 'group-arrow-open' : ''}`}>›</View>
    </Tap>
    {open && group.categories.map((category) => <LeafLine key={category.code} category={category} onChoose={onChoose} />)}
  </View>
)
