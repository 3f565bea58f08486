import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { spanWords } from '@/lib/spans'
import { useNow } from '@/lib/use-now'
import type { SiteDetail } from '../../../../contract/study'
import { lightsWords, openWords } from '../open-words'
import { exceptionWords, weekdaysWords } from './hours-words'

/** When one can come: now, in a usual week, on the days that are unlike the others. */
export const TimesCard = observer(function TimesCard({ site }: { site: SiteDetail }) {
  const now = useNow()
  const { weekly, exceptions } = site
  const lights = lightsWords(site, now)
  return (
    <View className='card'>
      <View className='title'>{openWords(site, now)}</View>
      {weekly.map((hours) => (
        <View key={`${hours.weekdays} ${hours.opens}`} className='site-hours'>
          <View className='second site-hours-days'>{weekdaysWords(hours.weekdays)}</View>
          <View className='grow'>{spanWords(hours)}</View>
        </View>
      ))}
      {weekly.length === 0 && <View className='second'>没有固定的开放时间。</View>}
      {lights && (
        <View className='site-hours'>
          <View className='second site-hours-days'>金色麦浪</View>
          <View className='grow'>{lights}</View>
        </View>
      )}
      {exceptions.length > 0 && (
        <View className='site-exceptions'>
          <View className='second'>这些天不一样</View>
          {exceptions.slice(0, 5).map((exception) => (
            <View key={exception.date}>{exceptionWords(exception)}</View>
          ))}
        </View>
      )}
    </View>
  )
})
