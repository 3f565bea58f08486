import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { distanceText } from '@/lib/distance'
import type { Area } from '../../../../contract/place'

/** One residential area to choose. */
export const AreaLine = ({ area, onChoose }: { area: Area; onChoose: (area: Area) => void }) => (
  <Tap className='line-item' onClick={() => onChoose(area)}>
    <View className='grow'>
      <View>{area.shortName}</View>
      <View className='second'>{area.townName}</View>
    </View>
    <View className='second area-far'>{area.distance === null ? '' : distanceText(area.distance)} ›</View>
  </Tap>
)
