import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { dateText } from '@/lib/meal'
import type { JudgedQuestion, QuizResult } from '../../../../contract/learning'
import { themeWords } from '../labels'

type Props = { result: QuizResult; isPast: boolean; onBack: () => void }

/** How it went, and why each right answer is right. */
export const Result = ({ result: { day, right, total, passed, points, questions }, isPast, onBack }: Props) => (
  <View>
    <View className='card'>
      <View className='second'>{dateText(day)}的答题</View>
      <View className='number'>
        {right}
        <Text className='second'> / {total} 题答对</Text>
      </View>
      <View className={`chip ${passed ? 'chip-good' : 'chip-warn'}`}>
        <Icon name={passed ? 'check' : 'alert'} />
        {passed ? `通过了${points > 0 ? `，得 ${points} 分` : ''}` : '这次没通过'}
      </View>
      {isPast ? (
        <Button plain className='quiz-why' onClick={onBack}>
          回到今天
        </Button>
      ) : (
        <View className='second quiz-why'>明天 0 点以后有新的题。</View>
      )}
    </View>
    {questions.map((question, at) => (
      <Judged key={question.id} question={question} number={at + 1} />
    ))}
  </View>
)

const Judged = ({
  question: { theme, text, options, chosen, answer, explanation },
  number,
}: {
  question: JudgedQuestion
  number: number
}) => (
  <View className='card'>
    <View className='second'>{themeWords[theme]}</View>
    <View className='quiz-text'>
      {number}. {text}
    </View>
    <View className='quiz-option quiz-option-right'>
      <Icon name='check' />
      <View className='grow'>{options[answer]}</View>
      <View className='quiz-word'>{chosen === answer ? '答对了' : '正确答案'}</View>
    </View>
    {chosen !== answer && (
      <View className='quiz-option quiz-option-wrong'>
        <Icon name='alert' />
        <View className='grow'>{options[chosen]}</View>
        <View className='quiz-word'>您选的</View>
      </View>
    )}
    <View className='quiz-why'>{explanation}</View>
  </View>
)
