import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { withUnit } from '@/lib/board-words'
import type { UnitPage } from '../../../contract/board'
import { Rules } from './rules'

/** Why it is this rank: what the score is made of, what holds it down, and the rule behind it, which unfolds. */
export function WhyCard({ page }: { page: UnitPage }) {
  const [open, setOpen] = useState(false)
  const { board, parts, unit, sample } = page
  return (
    <View className='card'>
      <View className='row row-between why-head'>
        <View className='title'>为什么是这个名次</View>
        <Tap className='card-link' label={open ? '收起规则' : '看规则'} onClick={() => setOpen(!open)}>
          {open ? '收起' : '规则 ▾'}
        </Tap>
      </View>
      {open && <Rules board={board} />}
      {parts.map((part) => (
        <Part key={part.key} part={part} unit={board.scoreUnit} />
      ))}
      {parts.length === 0 && <View>{unit.score ? `这一期的成绩是 ${withUnit(unit.score, board.scoreUnit)}。` : '这一期还没有成绩。'}</View>}
      {sample !== null && <View className='second'>这一期一共 {sample} 次。</View>}
      <Held page={page} />
    </View>
  )
}

const Part = ({ part, unit }: { part: UnitPage['parts'][number]; unit: string }) => {
  const { name, weight, full, figure, adds } = part
  const filled = adds === null ? 0 : Math.min(100, Math.max(0, (Number(adds) / Number(weight)) * 100))
  const got = adds ?? (figure === null ? '没有成绩' : '没有计入')
  return (
    <View className='part'>
      <View className='row row-between part-words'>
        <View className='grow'>
          {name} {weight}%
        </View>
        <View className='part-got'>{got}</View>
      </View>
      <View className='bar' aria-label={`${name}占 ${weight}%，得 ${withUnit(got, adds === null ? '' : unit)}`} {...roleOf('progressbar')}>
        <View className='bar-done' style={{ width: `${filled}%` }} />
      </View>
      {figure !== null && (adds === null || Number(full) !== Number(weight)) && (
        <View className='hint'>
          这一项 {figure}，满分 {full}
        </View>
      )}
    </View>
  )
}

/** What holds the score down, and the reason that was given. */
const Held = ({ page: { vetoes, unit, board } }: { page: UnitPage }) => {
  const held = vetoes.map((name) => ({ name, cap: board.vetoes.find((veto) => veto.name === name)?.cap }))
  if (held.length === 0 && !unit.reason) return null
  return (
    <View className='why-held'>
      {held.map(({ name, cap }) => (
        <View key={name} className='row'>
          <Icon name='alert' />
          <View className='grow'>
            {name}
            {cap && `，最高只记 ${withUnit(cap, board.scoreUnit)}`}
          </View>
        </View>
      ))}
      {unit.reason && <View>原因：{unit.reason}</View>}
    </View>
  )
}
