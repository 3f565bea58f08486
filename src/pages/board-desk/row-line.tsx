import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { memo } from 'react'
import { Tap } from '@/components/tap'
import { markWords, moveOf } from '@/lib/board-words'
import { absolute } from '@/lib/request'
import type { BoardFacts, DraftRow } from '../../../contract/board'
import { beforeWords, changeWords, figureWords, scoreWords } from './row-words'

type Props = {
  row: DraftRow
  board: BoardFacts
  /** With every figure, reason and picture, for who has to judge it. */
  full?: boolean
  onOpen?: (row: DraftRow) => void
}

/** A unit as it would stand on the board: rank, score and change, and what stands there now. */
export const RowLine = memo(function RowLine({ row, board, full, onOpen }: Props) {
  const { rank, name, mark, reason, note } = row
  const change = changeWords(row, board)
  const before = beforeWords(row, board)
  const body = (
    <View className='desk-row-body'>
      <View className='row desk-row-top'>
        <View className='desk-rank'>{rank ?? '—'}</View>
        <View className='grow'>
          <View className='clip-2'>{name}</View>
        </View>
        <View className='desk-score'>
          <View className={row.standing === 'ranked' ? 'desk-figure' : 'second'}>{scoreWords(row, board)}</View>
          <Move row={row} />
        </View>
      </View>
      <View className='desk-row-more'>
        {mark && <View className={`desk-mark desk-mark-${mark}`}>{markWords[mark]}</View>}
        {change && <View className='second'>{change}</View>}
        {before && <View className='desk-before'>{before}</View>}
        {full && figureWords(row, board).length > 0 && <View className='second'>{figureWords(row, board).join(' · ')}</View>}
        {reason && <View className='second'>原因：{reason}</View>}
        {mark === 'black' && !reason && <View className='desk-lacking'>上黑榜要写原因</View>}
        {full && note && <View className='second'>备注：{note}</View>}
      </View>
    </View>
  )
  return (
    <View className='desk-row'>
      {onOpen ? (
        <Tap className='desk-row-tap' label={`改${name}的成绩，${rank === null ? '不排名' : `第 ${rank} 名`}`} onClick={() => onOpen(row)}>
          {body}
        </Tap>
      ) : (
        body
      )}
      {full && <Evidence row={row} />}
    </View>
  )
})

const Move = ({ row }: { row: DraftRow }) => {
  const move = moveOf(row)
  return move && <View className={`desk-move desk-move-${move.tone}`}>{move.places ? `${move.arrow} ${move.places}` : '平'}</View>
}

/** The pictures that were put to it. */
const Evidence = ({ row: { name, photos } }: { row: DraftRow }) =>
  photos.length > 0 ? (
    <View className='desk-evidence'>
      {photos.map(({ id, url, thumbUrl }, at) => (
        <Tap
          key={id}
          label={`看${name}的第 ${at + 1} 张照片`}
          onClick={() => Taro.previewImage({ current: absolute(url), urls: photos.map((photo) => absolute(photo.url)) })}
        >
          <Image className='desk-thumb' src={absolute(thumbUrl)} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
        </Tap>
      ))}
    </View>
  ) : null
