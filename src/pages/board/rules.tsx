import { View } from '@tarojs/components'
import type { BoardFacts } from '../../../contract/board'
import { unitKindWords, withUnit } from './labels'

/** How the board ranks, in sentences. */
export function rulesOf(board: BoardFacts): string[] {
  const { unitKind, mode, better, scoreUnit, minimumSample, tieOrder, redLine, blackLine, vetoes, periodKinds, longPeriod } = board
  const [at, or] = better === 'higher' ? ['达到', '不到'] : ['不超过', '超过']
  const isLong = periodKinds.some((kind) => kind !== 'month')
  return [
    unitKind && `排的是${unitKindWords[unitKind]}。`,
    mode === 'top' ? `按成绩排，${better === 'higher' ? '高' : '低'}的在前。` : '按比上一期进步多少排；一样多的，看名次升了多少。',
    `成绩一样的名次一样，后面的名次空出来；名次一样的按${tieOrder === 'code' ? '编号' : '名称'}先后列。`,
    mode === 'progress' && '上一期没有成绩的，另外列出，不排名。',
    minimumSample > 0 && `不到 ${minimumSample} 次的，另外列出，不排名。`,
    ...vetoes.map(({ name, cap }) => `有“${name}”的，最高只记 ${withUnit(cap, scoreUnit)}。`),
    redLine && `${at} ${withUnit(redLine, scoreUnit)} 进红榜。`,
    blackLine && `${or === '不到' ? '不超过' : '达到'} ${withUnit(blackLine, scoreUnit)} 进黑榜，并写明原因。`,
    isLong && (longPeriod === 'mean' ? '季度、半年是各个月的平均；缺一个月的，另外列出。' : '季度、半年另外检查打分。'),
  ].filter((rule): rule is string => Boolean(rule))
}

/** The rule of the board, for everybody. */
export const Rules = ({ board }: { board: BoardFacts }) => (
  <View className='rules'>
    {board.formula && <View>{board.formula}</View>}
    {rulesOf(board).map((rule) => (
      <View key={rule} className='second'>
        · {rule}
      </View>
    ))}
  </View>
)
