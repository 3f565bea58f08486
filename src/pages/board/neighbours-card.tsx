import { View } from '@tarojs/components'
import type { UnitPage } from '../../../contract/board'
import { RowLine } from './row-line'
import { RowsOf } from './rows-of'

type Props = { page: UnitPage; onOpen: (unitCode: string) => void }

/** Two above and two below, as they stand on the board. */
export const NeighboursCard = ({ page: { neighbours, board, unit }, onOpen }: Props) =>
  unit.standing !== 'ranked' || neighbours.length < 2 ? null : (
    <View className='card rows-card'>
      <View className='title rows-title'>前后几名</View>
      <RowsOf>
        {neighbours.map((row) => (
          <RowLine key={row.unitCode} row={row} board={board} own={row.unitCode === unit.unitCode} onOpen={onOpen} />
        ))}
      </RowsOf>
    </View>
  )
