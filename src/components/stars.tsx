import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { session } from '@/session/session'
import { roleOf } from './role'
import { Tap } from './tap'
import './stars.scss'

const starWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

/** Stars that were given. */
export const StarsGiven = ({ stars }: { stars: number }) => (
  <View className='row row-wrap'>
    <View className='stars-given' aria-label={`${stars} 星`}>
      {'★'.repeat(stars)}
      {'☆'.repeat(5 - stars)}
    </View>
    <View>{starWords[stars - 1]}</View>
  </View>
)

/** Five stars to choose from, 0: none yet. In 长辈版 five lines with words. */
export const Stars = observer(function Stars({ stars, onChoose }: { stars: number; onChoose: (stars: number) => void }) {
  return (
    <View>
      <View className={session.elder ? 'stars stars-lines' : 'stars'} {...roleOf('radiogroup')}>
        {starWords.map((word, index) => (
          <Tap
            key={word}
            className={`star ${index < stars ? 'star-on' : ''} ${index === stars - 1 ? 'star-chosen' : ''}`}
            role='radio'
            checked={stars === index + 1}
            label={`${index + 1} 星，${word}`}
            onClick={() => onChoose(index + 1)}
          >
            {session.elder ? `${'★'.repeat(index + 1)} ${word}` : index < stars ? '★' : '☆'}
          </Tap>
        ))}
      </View>
      {!session.elder && <View className='second stars-word'>{stars > 0 ? starWords[stars - 1] : '点星星评价'}</View>}
    </View>
  )
})
