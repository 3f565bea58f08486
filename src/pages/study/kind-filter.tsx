import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Tap } from '@/components/tap'
import type { SiteKind } from '../../../contract/study'
import { kindWords, siteKinds } from './labels'

const kinds = [{ value: 'all', text: '全部' } as const, ...siteKinds.map((value) => ({ value, text: kindWords[value] }))]

type Props = { kind: SiteKind | null; openOnly: boolean; onChange: (filter: { kind: SiteKind | null; openOnly: boolean }) => void }

/** Which sites are shown; the kinds unfold in place. */
export function KindFilter({ kind, openOnly, onChange }: Props) {
  const [unfolded, setUnfolded] = useState(false)
  const choose = (value: 'all' | SiteKind) => {
    setUnfolded(false)
    onChange({ kind: value === 'all' ? null : value, openOnly })
  }
  return (
    <View className='card kind-filter'>
      <View className='row row-between row-wrap kind-line'>
        <Tap className='text-link' onClick={() => setUnfolded(!unfolded)} label={`类别：${kind ? kindWords[kind] : '全部'}`}>
          {kind ? kindWords[kind] : '全部类别'} {unfolded ? '收起' : '▾'}
        </Tap>
        <Tap
          className={`choice ${openOnly ? 'choice-on' : 'choice-off'}`}
          role='switch'
          checked={openOnly}
          onClick={() => onChange({ kind, openOnly: !openOnly })}
        >
          {openOnly ? '✓ ' : ''}只看开放的
        </Tap>
      </View>
      {unfolded && <Chips choices={kinds} chosen={kind ?? 'all'} onChoose={choose} />}
    </View>
  )
}
