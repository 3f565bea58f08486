import { View } from '@tarojs/components'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'

/** The list on the screen is the last one known: says why, and offers to try again. */
export const Stale = ({ words, onRetry }: { words: string | null; onRetry: () => void }) =>
  words ? (
    <View className='notice' {...roleOf('alert')}>
      <View className='grow'>{words}</View>
      <Tap className='text-link' onClick={onRetry}>
        重试
      </Tap>
    </View>
  ) : null
