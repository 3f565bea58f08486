import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import type { Appeal, UnitPage } from '../../../../contract/board'
import { mine } from '../mine-store'
import { Photos } from '../photos'
import { AppealForm } from './appeal-form'
import type { UnitStore } from './unit-store'

/** What the unit's keeper objected to, with the answers; its keeper may object here. */
export const AppealsCard = observer(function AppealsCard({ store, page }: { store: UnitStore; page: UnitPage }) {
  const { board, unit, edition, appeals } = page
  const [writing, setWriting] = useState(false)
  const isKeeper = session.person !== null && board.unitKind !== null && mine.isKeeper(board.unitKind, unit.unitCode)
  const mayAppeal = isKeeper && edition.state === 'published' && !appeals.some(({ state }) => state === 'open')
  if (appeals.length === 0 && !mayAppeal) return null
  return (
    <View className='card stack'>
      <View className='title'>申诉和答复</View>
      {appeals.map((appeal) => (
        <One key={appeal.id} appeal={appeal} />
      ))}
      {mayAppeal && appeals.length === 0 && <View className='second'>这一期的成绩有出入？写清楚，可以附照片，榜单的编辑会答复。</View>}
      {mayAppeal &&
        (writing ? (
          <AppealForm page={page} onSent={() => store.refresh()} onClose={() => setWriting(false)} />
        ) : (
          <Button plain onClick={() => setWriting(true)}>
            申诉
          </Button>
        ))}
    </View>
  )
})

const standings: Readonly<Record<Appeal['state'], { icon: IconName; tone: string; text: string }>> = {
  open: { icon: 'clock', tone: 'warn', text: '等答复' },
  accepted: { icon: 'check', tone: 'good', text: '采纳了，会更正' },
  declined: { icon: 'stop', tone: 'quiet', text: '没有采纳' },
}

const One = ({ appeal: { state, at, text, photos, answer, answeredAt } }: { appeal: Appeal }) => {
  const now = useNow()
  const { icon, tone, text: word } = standings[state]
  return (
    <View className='appeal'>
      <View className='row row-between row-wrap'>
        <View className='second'>{saidTime(at, now)}申诉</View>
        <View className={`chip chip-${tone}`}>
          <Icon name={icon} />
          {word}
        </View>
      </View>
      <View className='appeal-text'>{text}</View>
      <Photos photos={photos} />
      {answer && (
        <View className='appeal-answer'>
          <View className='second'>答复{answeredAt && ` · ${saidTime(answeredAt, now)}`}</View>
          <View className='appeal-text'>{answer}</View>
        </View>
      )}
    </View>
  )
}
