import { View } from '@tarojs/components'
import { inWeChat } from '@/lib/platform'
import type { KitchenList } from '../../../../contract/canteen'

/** WeChat bears few nodes; a browser prints them all. */
const most = inWeChat ? 40 : 5000

const Rest = ({ count }: { count: number }) => (count > 0 ? <View className='second'>还有 {count} 条，导出 Excel 看全部。</View> : null)

/** What guests asked for. */
export const NotesCard = ({ notes }: Pick<KitchenList, 'notes'>) =>
  notes.length === 0 ? null : (
    <View className='card'>
      <View className='title'>客人的备注 {notes.length} 条</View>
      {notes.slice(0, most).map(({ number, window, note, dishes }) => (
        <View key={number} className='line-item'>
          <View className='grow'>
            <View className='kitchen-note'>{note}</View>
            <View className='second'>
              {window} · 取餐号 {number} · {dishes}
            </View>
          </View>
        </View>
      ))}
      <Rest count={notes.length - most} />
    </View>
  )

/** What goes to whose door. */
export const DeliveriesCard = ({ deliveries }: Pick<KitchenList, 'deliveries'>) =>
  deliveries.length === 0 ? null : (
    <View className='card'>
      <View className='title'>送餐到家 {deliveries.length} 份</View>
      {deliveries.slice(0, most).map(({ number, window, eater, address, dishes }) => (
        <View key={number} className='line-item'>
          <View className='grow'>
            <View className='kitchen-note'>{address}</View>
            <View className='second'>
              {window} · {eater} · 取餐号 {number} · {dishes}
            </View>
          </View>
        </View>
      ))}
      <Rest count={deliveries.length - most} />
    </View>
  )
