import { View } from '@tarojs/components'
import { roleOf } from '@/components/role'
import type { UnitPage } from '../../../../contract/board'

type Part = UnitPage['parts'][number]

/** What the two scores are made of, part by part. */
export const PartsCard = ({ one, other }: { one: UnitPage; other: UnitPage }) =>
  one.parts.length === 0 ? null : (
    <View className='card'>
      <View className='title'>差在哪里</View>
      {one.parts.map((part) => (
        <View key={part.key} className='part'>
          <View>
            {part.name} {part.weight}%
          </View>
          <Got name={one.unit.name} part={part} />
          <Got name={other.unit.name} part={other.parts.find(({ key }) => key === part.key)} isOther />
        </View>
      ))}
    </View>
  )

const Got = ({ name, part, isOther }: { name: string; part: Part | undefined; isOther?: boolean }) => {
  const adds = part?.adds ?? null
  const filled = part && adds !== null ? Math.min(100, Math.max(0, (Number(adds) / Number(part.weight)) * 100)) : 0
  return (
    <View className='pair-got'>
      <View className='row row-between part-words'>
        <View className='grow second'>{name}</View>
        <View className='part-got'>{adds ?? '没有成绩'}</View>
      </View>
      <View className='bar' aria-label={`${part?.name ?? ''}，${name}得 ${adds ?? '没有成绩'}`} {...roleOf('progressbar')}>
        <View className={isOther ? 'bar-done bar-other' : 'bar-done'} style={{ width: `${filled}%` }} />
      </View>
    </View>
  )
}
