import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Choices } from '@/components/choices'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import type { MemberMonth } from '../../../../contract/branch'
import { lastMonths, monthName } from '../months'
import type { BranchStore } from './branch-store'

/** A month of the branch: the sums, then its members one by one. */
export const MonthPane = observer(function MonthPane({ store }: { store: BranchStore }) {
  const { members, totals, month, current } = store
  const now = Date.now()
  const state = totals && !current?.mine ? 'content' : members.state
  const empty = <Empty title='支部里还没有党员' hint='请街镇管理员把党员加进这个支部。' />
  return (
    <View>
      <Choices
        name='月份'
        choices={lastMonths(now, 12).map((value) => ({ value, text: monthName(value, now) }))}
        chosen={month}
        onChoose={(value) => store.read(value)}
      />
      <StateView state={state} error={members.error} empty={empty} onRetry={() => members.refresh()}>
        <Stale words={members.staleError} onRetry={() => members.refresh()} />
        <Totals store={store} />
        {members.items.length > 0 && (
          <View className='card branch-table'>
            <View className='branch-row branch-head second' aria-hidden>
              <View>姓名</View>
              <View>打卡</View>
              <View>天数</View>
              <View>分钟</View>
              <View>积分</View>
              <View>学习强国</View>
            </View>
            {members.blocks.map((block) => (
              <View key={block[0]?.personId}>
                {block.map((member) => (
                  <Row key={member.personId} member={member} />
                ))}
              </View>
            ))}
          </View>
        )}
        {current?.mine && <More list={members} />}
        {current && !current.mine && <View className='second'>各人的情况由支部书记看，这里只列合计。</View>}
      </StateView>
    </View>
  )
})

const Totals = observer(function Totals({ store: { totals, month } }: { store: BranchStore }) {
  if (!totals) return null
  const { active, members, checkIns, minutes, points } = totals
  return (
    <View className='card'>
      <View className='second'>{monthName(month, Date.now())}参加的人</View>
      <View className='row row-wrap row-between'>
        <View className='number'>
          {active} / {members} 人
        </View>
        <View className='second branch-sums'>
          打卡 {checkIns} 次 · 学习 {minutes} 分钟 · 积分 {points}
        </View>
      </View>
    </View>
  )
})

/** A cell says what it is: on a phone there is no head above it. */
const Cell = ({ name, value }: { name: string; value: string | number }) => (
  <View className='branch-cell'>
    <View className='hint branch-cell-name'>{name}</View>
    <View className='branch-value'>{value}</View>
  </View>
)

const Row = ({ member: { nickname, checkIns, days, minutes, points, xuexi } }: { member: MemberMonth }) => (
  <View className={`branch-row ${checkIns === 0 ? 'branch-none' : ''}`}>
    <View className='branch-member'>{nickname}</View>
    <Cell name='打卡' value={checkIns} />
    <Cell name='天数' value={days} />
    <Cell name='分钟' value={minutes} />
    <Cell name='积分' value={points} />
    <Cell name='学习强国' value={xuexi ?? '没填'} />
  </View>
)
