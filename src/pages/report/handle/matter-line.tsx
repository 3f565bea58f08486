import { Text, View } from '@tarojs/components'
import { MatterChip } from '@/components/matter-chip'
import { placeText } from '@/lib/matter'
import { useNow } from '@/lib/use-now'
import type { Report } from '../../../../contract/report'

/** Which matter it is about. */
export function MatterLine({ report }: { report: Report }) {
  const now = useNow()
  return (
    <View className='card'>
      <View className='row row-between row-wrap'>
        <View className='title'>{report.categoryName}</View>
        <MatterChip card={report} now={now} />
      </View>
      <View className='second'>
        {placeText(report)} · <Text className='whole'>{report.number}</Text>
      </View>
      {report.text && <View className='second clip-2'>{report.text}</View>}
    </View>
  )
}
