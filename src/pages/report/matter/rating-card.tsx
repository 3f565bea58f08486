import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Words } from '@/components/field'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { session } from '@/session/session'
import type { Report } from '../../../../contract/report'
import { actionWords, starWords } from '../labels'
import type { MatterStore } from '../matter-store'

type Props = { store: MatterStore; report: Report }

/** After closing the reporter judges: stars and a word, or that it is not solved. */
export const RatingCard = observer(function RatingCard({ store, report }: Props) {
  const mayReopen = report.actions.includes('reopen')
  if (!report.mayRate && report.stars === null && !mayReopen) return null
  return (
    <View className='card stack'>
      {report.stars !== null && <Given stars={report.stars} text={report.ratingText} />}
      {report.mayRate && <Rating store={store} />}
      {mayReopen && (
        <Button plain onClick={() => Taro.navigateTo({ url: `/pages/report/handle/index?id=${report.id}&action=reopen` })}>
          {actionWords.reopen}
        </Button>
      )}
    </View>
  )
})

const Given = ({ stars, text }: { stars: number; text: string | null }) => (
  <View>
    <View className='row row-wrap'>
      <View className='stars-given' aria-label={`${stars} 星`}>
        {'★'.repeat(stars)}
        {'☆'.repeat(5 - stars)}
      </View>
      <View>{starWords[stars - 1]}</View>
    </View>
    {text && <View className='second'>{text}</View>}
  </View>
)

const Rating = observer(function Rating({ store }: { store: MatterStore }) {
  const [stars, setStars] = useState(0)
  const [text, setText] = useState('')
  return (
    <View>
      <View className='title'>办得怎么样？</View>
      <View className={session.elder ? 'stars stars-lines' : 'stars'} {...roleOf('radiogroup')}>
        {starWords.map((word, index) => (
          <Tap
            key={word}
            className={`star ${index < stars ? 'star-on' : ''} ${index === stars - 1 ? 'star-chosen' : ''}`}
            role='radio'
            checked={stars === index + 1}
            label={`${index + 1} 星，${word}`}
            onClick={() => setStars(index + 1)}
          >
            {session.elder ? `${'★'.repeat(index + 1)} ${word}` : index < stars ? '★' : '☆'}
          </Tap>
        ))}
      </View>
      {!session.elder && <View className='second stars-word'>{stars > 0 ? starWords[stars - 1] : '点星星评价'}</View>}
      {stars > 0 && (
        <View className='rating-words'>
          <Words value={text} label='评价' placeholder='想说的话（可不填）' most={500} onChange={setText} />
          <Button busy={store.doing === 'rate' && '正在提交…'} onClick={() => store.rate(stars, text)}>
            提交评价
          </Button>
        </View>
      )}
    </View>
  )
})
