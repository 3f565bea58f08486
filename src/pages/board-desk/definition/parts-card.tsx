import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { FieldError, Line } from '@/components/field'
import { Figure } from '@/components/figure'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import type { BoardPart } from '../../../../contract/board'
import { newPart } from './definition-draft'
import type { CardProps } from './definition-form'
import { sumOf } from './weights'
import { choicesOf, measureWords } from './words'

const mostParts = 12

/** What the score is made of; the weights are a hundred together. */
export const PartsCard = observer(function PartsCard({ store, draft }: CardProps) {
  const { parts, source } = draft
  const set = (key: string, change: Partial<BoardPart>) =>
    store.change({ parts: parts.map((part) => (part.key === key ? { ...part, ...change } : part)) })
  return (
    <View className='card'>
      <View className='title'>分项和权重</View>
      {parts.length === 0 && <View className='second'>没有分项的榜直接录得分。</View>}
      {parts.map((part, at) => (
        <View key={part.key} className='definition-part'>
          <View className='row'>
            <View className='grow'>
              <Line
                value={part.name}
                label={`第 ${at + 1} 项的名称`}
                placeholder='名称，比如：分类实效'
                most={20}
                onChange={(name) => set(part.key, { name })}
              />
            </View>
            <Tap
              className='text-link'
              label={`去掉第 ${at + 1} 项`}
              onClick={() => store.change({ parts: parts.filter(({ key }) => key !== part.key) })}
            >
              去掉
            </Tap>
          </View>
          <View className='row definition-figures'>
            <View className='grow'>
              <View className='second'>权重 %</View>
              <Figure
                value={part.weight}
                label={`第 ${at + 1} 项的权重`}
                placeholder='40'
                most={10}
                fraction
                onChange={(weight) => set(part.key, { weight })}
              />
            </View>
            <View className='grow'>
              <View className='second'>满分</View>
              <Figure
                value={part.full}
                label={`第 ${at + 1} 项的满分`}
                placeholder='100'
                most={16}
                fraction
                onChange={(full) => set(part.key, { full })}
              />
            </View>
          </View>
          {source === 'records' && (
            <Choices
              name={`第 ${at + 1} 项看哪个记录`}
              choices={choicesOf(measureWords)}
              chosen={part.measure}
              onChoose={(measure) => set(part.key, { measure })}
            />
          )}
        </View>
      ))}
      {parts.length > 0 && <Sum weights={parts.map(({ weight }) => weight)} />}
      <FieldError text={store.faults.parts} />
      {parts.length < mostParts && (
        <View className='definition-add'>
          <Button plain onClick={() => store.change({ parts: [...parts, newPart(parts)] })}>
            加一个分项
          </Button>
        </View>
      )}
    </View>
  )
})

const Sum = ({ weights }: { weights: readonly string[] }) => {
  const { sum, fault } = sumOf(weights)
  return (
    <View className={`row definition-sum ${fault ? 'definition-sum-off' : ''}`}>
      <Icon name={fault ? 'alert' : 'check'} />
      <View className='grow'>
        权重合计 {sum}%{fault && `，${fault}`}
      </View>
    </View>
  )
}
