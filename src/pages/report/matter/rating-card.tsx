import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Words } from '@/components/field'
import { Stars, StarsGiven } from '@/components/stars'
import type { Report } from '../../../../contract/report'
import { actionWords } from '../labels'
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
    <StarsGiven stars={stars} />
    {text && <View className='second'>{text}</View>}
  </View>
)

const Rating = observer(function Rating({ store }: { store: MatterStore }) {
  const [stars, setStars] = useState(0)
  const [text, setText] = useState('')
  return (
    <View>
      <View className='title'>办得怎么样？</View>
      <Stars stars={stars} onChoose={setStars} />
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
