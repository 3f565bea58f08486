import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'

type Props = { chosen: boolean; title: string; hint?: string | null | undefined; onChoose: () => void; className?: string }

/** One of several answers, big enough to be read and hit; the chosen one has a tick besides its colour. */
export const Option = ({ chosen, title, hint, onChoose, className = '' }: Props) => (
  <Tap className={`option ${chosen ? 'option-on' : ''} ${className}`} role='radio' checked={chosen} onClick={onChoose}>
    <View className='grow'>
      <View className='option-title'>{title}</View>
      {hint && <View className='option-hint'>{hint}</View>}
    </View>
    {chosen && <Icon name='check' />}
  </Tap>
)
