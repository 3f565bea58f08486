import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { session } from '@/session/session'

const words = ['很不好吃', '不好吃', '一般', '好吃', '很好吃'] as const

type Props = { name: string; stars: number /** The first dish without stars. */; isNext: boolean; onChoose: (stars: number) => void }

/** Stars for one dish. In 长辈版 five lines with words, for one dish at a time. */
export const DishStars = observer(function DishStars({ name, stars, isNext, onChoose }: Props) {
  const [again, setAgain] = useState(false)
  const choose = (count: number) => {
    setAgain(false)
    onChoose(count)
  }
  if (!session.elder) {
    return (
      <View className='row row-between row-wrap'>
        <View className='dish-stars-name'>{name}</View>
        <View className='dish-stars' aria-label={`给${name}打分`} {...roleOf('radiogroup')}>
          {words.map((word, index) => (
            <Tap
              key={word}
              className={`dish-star ${index < stars ? 'dish-star-on' : ''}`}
              role='radio'
              checked={stars === index + 1}
              label={`${name} ${index + 1} 星，${word}`}
              onClick={() => choose(index + 1)}
            >
              {index < stars ? '★' : '☆'}
            </Tap>
          ))}
        </View>
        {stars > 0 && <View className='second dish-stars-word'>{words[stars - 1]}</View>}
      </View>
    )
  }
  if (!isNext && !again) {
    return (
      <Tap className='line-item' label={`${name}，${stars > 0 ? `${words[stars - 1]}，改` : '打分'}`} onClick={() => setAgain(true)}>
        <View className='grow'>{name}</View>
        <View className='second'>{stars > 0 ? `${'★'.repeat(stars)} ${words[stars - 1]} 改` : '打分 ›'}</View>
      </Tap>
    )
  }
  return (
    <View {...roleOf('radiogroup')}>
      <View>{name}</View>
      <View className='stack'>
        {words.map((word, index) => (
          <Tap key={word} className='option' role='radio' checked={stars === index + 1} onClick={() => choose(index + 1)}>
            {'★'.repeat(index + 1)} {word}
          </Tap>
        ))}
      </View>
    </View>
  )
})
