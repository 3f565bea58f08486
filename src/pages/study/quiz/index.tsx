import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import { learningUrl } from '../urls'
import { History } from './history'
import { Questions } from './questions'
import { QuizStore } from './quiz-store'
import { Result } from './result'
import '../study.scss'
import './index.scss'

/** Five questions a day, with an explanation after the answer; and the days before. */
export default observer(function StudyQuiz() {
  return (
    <Page service='study'>
      <Gate hint='登录后每天可以答五道题。'>{session.person && <Today key={session.person.id} />}</Gate>
    </Page>
  )
})

const Today = observer(function Today() {
  const [store] = useState(() => new QuizStore())
  const { quiz } = store
  const inTown = Boolean(session.person?.town)
  useDidShow(() => {
    if (inTown) store.refresh()
  })
  usePullDownRefresh(() => {
    Promise.resolve(inTown && store.refresh()).finally(() => Taro.stopPullDownRefresh())
  })
  if (!inTown) {
    return (
      <Empty
        title='您住在哪个居民区？'
        hint='选好以后，就能答本街镇的题。'
        action='选居民区'
        onAction={() => Taro.navigateTo({ url: '/pages/account/area/index' })}
      />
    )
  }
  if (quiz.isMissing && !quiz.value) {
    return (
      <Empty title='还没有每日答题' hint={quiz.error ?? ''} action='看文章和视频' onAction={() => Taro.redirectTo({ url: learningUrl })} />
    )
  }
  return (
    <StateView state={quiz.state} error={quiz.error} skeleton={3} onRetry={() => store.refresh()}>
      <Stale words={quiz.error} onRetry={() => store.refresh()} />
      {store.result ? (
        <View>
          <Result result={store.result} isPast={store.past !== null} onBack={() => store.look(null)} />
          <History store={store} />
        </View>
      ) : (
        quiz.value && <Questions store={store} quiz={quiz.value} />
      )}
    </StateView>
  )
})
