import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { FieldError } from '@/components/field'
import { More } from '@/components/more'
import { Stale } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { dateText } from '@/lib/meal'
import type { QuizStore } from './quiz-store'

/** The days that were answered, each to be looked at again. */
export const History = observer(function History({ store }: { store: QuizStore }) {
  const { history } = store
  const look = (day: string) => {
    store.look(day)
    Taro.pageScrollTo({ scrollTop: 0, duration: 100 })
  }
  if (history.state === 'empty' || history.state === 'loading') return null
  return (
    <View className='card'>
      <View className='title'>答过的题</View>
      <Stale words={history.staleError} onRetry={() => history.refresh()} />
      <FieldError text={store.pastError} />
      {history.blocks.map((block) => (
        <View key={block[0]?.day}>
          {block.map(({ day, right, total, passed, points }) => (
            <Tap key={day} className='line-item' role='link' label={`${dateText(day)}，答对 ${right} 题，看讲解`} onClick={() => look(day)}>
              <View className='grow'>
                <View>{dateText(day)}</View>
                <View className='second'>
                  答对 {right} / {total} 题 · {passed ? '通过' : '没通过'}
                  {points > 0 ? ` · ${points} 分` : ''}
                </View>
              </View>
              <View className='second'>看讲解 ›</View>
            </Tap>
          ))}
        </View>
      ))}
      {(history.hasMore || history.moreError) && <More list={history} />}
    </View>
  )
})
