import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { dial } from '@/lib/dial'
import type { Category } from '../../../../contract/report'

type Props = { category: Category; onGoOn: () => void; onBack: () => void }

/** Before the form, where life may be in danger: who to call. */
export function StopperCard({ category, onGoOn, onBack }: Props) {
  const { text, phone } = category.stopper ?? { text: '', phone: '110' }
  const others = ['110', '119', '120'].filter((number) => number !== phone && text.includes(number))
  return (
    <View className='card stack stopper' {...roleOf('alert')}>
      <View className='title'>{category.name}：先确认安全</View>
      <View>{text}</View>
      <Button className='stopper-call' onClick={() => dial(phone)}>
        <Icon name='phone' />打 {phone}
      </Button>
      {others.map((number) => (
        <Button key={number} plain className='stopper-other' onClick={() => dial(number)}>
          <Icon name='phone' />打 {number}
        </Button>
      ))}
      <Button plain onClick={onGoOn}>
        没有危险，继续上报
      </Button>
      <Tap className='text-link' onClick={onBack}>
        ‹ 换个类别
      </Tap>
    </View>
  )
}
