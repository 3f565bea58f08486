import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { FieldError } from '@/components/field'
import { Empty } from '@/components/state-view'
import { grouped } from '@/lib/money'
import { periodText } from '@/lib/periods'
import type { BoardFacts, BoardImport } from '../../../../contract/board'
import { RowsList } from '../rows-list'
import type { ImportStore } from './import-store'

type Props = { store: ImportStore; board: BoardFacts | null; file: BoardImport; onKept: () => void }

/** The ranks that the file would give, before anything of it is kept. */
export const ImportPreview = observer(function ImportPreview({ store, board, file, onKept }: Props) {
  const { periods, rows } = file
  const corrected = periods.filter(({ published }) => published)
  const keep = async () => {
    if (await store.keep()) onKept()
  }
  return (
    <View className='with-foot'>
      <View className='card stack'>
        <View className='title'>先看看名次</View>
        <View>{grouped(rows)} 行都读懂了，还没有放进草稿。下面是放进去以后的名次。</View>
        {periods.length > 1 && (
          <Choices
            name='期'
            choices={periods.map(({ period, units }) => ({ value: period, text: periodText(period), hint: `${units} 个单位` }))}
            chosen={store.preview.period}
            onChoose={(period) => store.preview.look(file.id, period)}
          />
        )}
        {corrected.length > 0 && (
          <View className='import-warning'>
            {corrected.map(({ period }) => periodText(period)).join('、')}已经公布过，放进去是准备更正，公布的暂时不变。
          </View>
        )}
      </View>
      <RowsList rows={store.preview.rows} board={board} empty={<Empty title='这一期没有单位' hint='请看看表格里的期和单位。' />} />
      <View className='foot'>
        <FieldError text={store.failure} />
        <View className='staff-buttons'>
          <Button plain onClick={() => store.drop()}>
            不放了
          </Button>
          <Button busy={store.busy === 'keep' && '正在放进去…'} onClick={keep}>
            放进草稿
          </Button>
        </View>
      </View>
    </View>
  )
})
