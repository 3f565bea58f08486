import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import type { Quiz, QuizQuestion } from '../../../../contract/learning'
import { themeWords } from '../labels'
import { History } from './history'
import type { QuizStore } from './quiz-store'

/** The five questions, each with its options. */
export const Questions = observer(function Questions({ store, quiz }: { store: QuizStore; quiz: Quiz }) {
  const handIn = async () => {
    // the result begins at the top, and the button is far down
    if (await store.send()) Taro.pageScrollTo({ scrollTop: 0, duration: 100 })
  }
  return (
    <View className='with-foot'>
      <View className='card'>
        <View className='title'>今天的 {quiz.questions.length} 道题</View>
        <View className='second'>
          答对 {quiz.passMark} 题算通过{quiz.points > 0 ? `，得 ${quiz.points} 分` : ''}。一天一次，答完有讲解。
        </View>
      </View>
      {quiz.questions.map((question, at) => (
        <Question key={question.id} store={store} question={question} number={at + 1} />
      ))}
      <History store={store} />
      <View className='foot'>
        <FieldError text={store.failure} />
        <Button busy={store.sending && '正在交…'} onClick={handIn}>
          {store.missing > 0 ? `还有 ${store.missing} 题` : '交卷'}
        </Button>
      </View>
    </View>
  )
})

type Props = { store: QuizStore; question: QuizQuestion; number: number }

const Question = observer(function Question({ store, question: { id, theme, text, options }, number }: Props) {
  return (
    <View className='card'>
      <View className='second'>{themeWords[theme]}</View>
      <View className='quiz-text'>
        {number}. {text}
      </View>
      <View {...roleOf('radiogroup')} aria-label={`第 ${number} 题`}>
        {options.map((option, at) => {
          const on = store.chosen[id] === at
          return (
            <Tap
              key={option}
              className={`quiz-option ${on ? 'quiz-option-on' : ''}`}
              role='radio'
              checked={on}
              onClick={() => store.choose(id, at)}
            >
              <View className='grow'>{option}</View>
              {on && (
                <View className='quiz-word' aria-hidden>
                  已选
                </View>
              )}
            </Tap>
          )
        })}
      </View>
    </View>
  )
})
