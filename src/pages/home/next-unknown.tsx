import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import type { HomeStore } from './home-store'

/** In the place of my next thing until it is known: nothing below moves when it comes. */
export const NextUnknown = observer(function NextUnknown({ store }: { store: HomeStore }) {
  const state = store.nextState === 'error' ? 'error' : 'loading'
  return <Waited state={state} error={store.nextError} onRetry={() => store.refresh()} />
})

type Props = { state: 'loading' | 'error' | 'content'; error: string | null; onRetry: () => void }

/** What is on its way, as a skeleton; or why it did not come, with 重试. */
export const Waited = ({ state, error, onRetry }: Props) =>
  state === 'error' ? (
    <View className='row row-between next' {...roleOf('alert')}>
      <View className='second grow'>{error}</View>
      <Tap className='text-link next-retry' onClick={onRetry}>
        重试
      </Tap>
    </View>
  ) : (
    <View className='next' aria-label='正在加载' aria-busy {...roleOf('status')}>
      <View className='skeleton-line skeleton-half' />
      <View className='skeleton-line' />
    </View>
  )
