import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Tap } from '@/components/tap'
import { apartWords, figureOf, medalOf, moveOf, unitKindWords } from '@/lib/board-words'
import { periodText } from '@/lib/periods'
import type { BoardPlace, UnitPlaces } from '../../../../contract/board'
import { MarkChip } from '../mark-chip'
import { MoveChip } from '../move-chip'
import { boardUrl } from '../urls'

type Props = {
  unit: UnitPlaces
  /** The first of the page: its first place is the one large number. */
  first?: boolean
  /** One follows it. */
  followed?: boolean
  children?: ReactNode
}

/** A unit and its place on every board that ranks it. */
export function PlacesCard({ unit, first, followed, children }: Props) {
  const { name, kind, places } = unit
  return (
    <View className='card places-card'>
      <View className='row row-between places-head'>
        <View className='title grow'>{kind === 'person' ? `我（${name}）` : name}</View>
        <View className='second places-kind'>{followed ? '我关注的' : unitKindWords[kind]}</View>
      </View>
      {children}
      {places.map((place, at) => (
        <Place key={place.boardCode} place={place} town={unit.townCode} large={first && at === 0} />
      ))}
      {places.length === 0 && (
        <View className='second'>还没有哪个榜排到{kind === 'person' ? '您' : '它'}。榜单发布以后，名次会列在这里。</View>
      )}
    </View>
  )
}

const Place = ({ place, town, large }: { place: BoardPlace; town: string; large: boolean | undefined }) => {
  const { unit, boardName, period, boardCode, ranked } = place
  const medal = medalOf(unit.rank)
  const facts = [periodText(period), medal, unit.standing === 'ranked' && figureOf(unit, place)].filter(Boolean)
  const rank = unit.standing === 'ranked' ? `第 ${unit.rank} 名，共 ${ranked} 个` : apartWords[unit.standing]
  const spoken = [boardName, periodText(period), rank, moveOf(unit)?.text].filter(Boolean).join('，')
  const go = () => Taro.navigateTo({ url: boardUrl({ town, code: boardCode, unit: unit.unitCode }) })
  return (
    <Tap className='line-item place' role='link' label={spoken} onClick={go}>
      <View className='place-words'>
        <View>{boardName}</View>
        <View className='second'>{facts.join(' · ')}</View>
      </View>
      <View className='place-rank'>
        {unit.standing === 'ranked' ? (
          <View>
            <Text className={large ? 'number' : 'figure place-figure'}>{unit.rank}</Text>
            <Text className='second'> / {ranked}</Text>
          </View>
        ) : (
          <View className='second'>{apartWords[unit.standing]}</View>
        )}
        <View className='row place-chips'>
          <MarkChip mark={unit.mark} />
          <MoveChip row={unit} />
        </View>
      </View>
    </Tap>
  )
}
