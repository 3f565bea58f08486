import { View } from '@tarojs/components'
import type { UnitPage } from '../../../../contract/board'
import { Photos } from '../photos'

/** What was seen on the spot: a word and pictures. */
export const EvidenceCard = ({ page: { note, evidence } }: { page: UnitPage }) =>
  !note && evidence.length === 0 ? null : (
    <View className='card stack'>
      <View className='title'>现场情况</View>
      {note && <View>{note}</View>}
      <Photos photos={evidence} />
    </View>
  )
