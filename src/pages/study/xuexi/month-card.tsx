import { View } from '@tarojs/components'
import { Icon, type IconName } from '@/components/icon'
import { saidTime } from '@/lib/time'
import type { XuexiState, XuexiTotal } from '../../../../contract/branch'

const chips: Record<XuexiState, { icon: IconName; tone: string; text: string }> = {
  pending: { icon: 'clock', tone: 'warn', text: '等书记确认' },
  confirmed: { icon: 'check', tone: 'good', text: '已确认' },
  returned: { icon: 'alert', tone: 'bad', text: '退回了，请改好再交' },
}

/** A month's total, and how far it has come. */
export const MonthCard = ({ one: { total, state, confirmed, note, saidAt }, name }: { one: XuexiTotal; name: string }) => {
  const { icon, tone, text } = chips[state]
  return (
    <View className='card'>
      <View className='row row-between row-wrap'>
        <View className='title'>{name}</View>
        <View className={`chip chip-${tone}`}>
          <Icon name={icon} />
          {text}
        </View>
      </View>
      <View className='number'>{total} 分</View>
      <View className='second'>
        {saidTime(saidAt)}填{state !== 'confirmed' && confirmed !== null && `；之前确认过 ${confirmed} 分`}
      </View>
      {note && <View>书记说：{note}</View>}
    </View>
  )
}
