import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/components/icon'
import { MatterChip } from '@/components/matter-chip'
import { Tap } from '@/components/tap'
import { placeText } from '@/lib/matter'
import { absolute } from '@/lib/request'
import { saidTime } from '@/lib/time'
import type { ReportCard as Card } from '../../../contract/report'
import { markOf } from './categories-store'
import { PlainImage } from './plain-image'
import './report-card.scss'

type Props = { card: Card; now: number }

const open = (id: string) => Taro.navigateTo({ url: `/pages/report/detail/index?id=${id}` })

/** One matter in a list: its picture or mark, what and where, and how it stands. */
export const ReportCard = ({ card, now }: Props) => (
  <Tap className='card report-card' role='link' onClick={() => open(card.id)}>
    <View className='row'>
      <Cover card={card} />
      <View className='grow'>
        <View className='title clip-2'>{card.categoryName}</View>
        <View className='second clip-2'>{placeText(card)}</View>
      </View>
    </View>
    <View className='row row-between row-wrap report-card-foot'>
      <MatterChip card={card} now={now} />
      <View className='hint row'>
        {card.supporters > 0 && (
          <View className='row report-card-people'>
            <Icon name='people' />
            {card.supporters} 位也遇到
          </View>
        )}
        <View>{saidTime(card.createdAt, now)}</View>
      </View>
    </View>
  </Tap>
)

/** The first picture, or the group's character where there is none to show. */
export const Cover = ({ card }: { card: Pick<Card, 'coverUrl' | 'categoryCode' | 'categoryName'> }) =>
  card.coverUrl ? (
    <PlainImage className='report-cover' src={absolute(card.coverUrl)} lazy />
  ) : (
    <View className='report-cover category-mark' aria-hidden>
      {markOf(card.categoryCode, card.categoryName)}
    </View>
  )
