import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { saidTime } from '@/lib/time'
import type { Report } from '../../../../contract/report'
import { categories } from '../categories-store'
import type { Draft } from '../draft'
import { drafts } from '../drafts-store'
import { outbox } from '../outbox-store'

/** What waits on this phone: drafts, and what has not gone out. */
export const DraftsCard = observer(function DraftsCard() {
  const { unfinished, unsent } = drafts
  const [waited] = useState(() => new Set<string>())
  for (const { id } of unsent) waited.add(id)
  return (
    <View>
      {unsent.length > 0 && (
        <View className='card'>
          <View className='title'>没发出去的 {unsent.length} 件</View>
          {unsent.map((draft) => (
            <UnsentLine key={draft.id} draft={draft} />
          ))}
        </View>
      )}
      {[...waited].map((id) => (
        <Delivered key={id} report={outbox.sent.get(id)} />
      ))}
      {unfinished.length > 0 && (
        <View className='card'>
          <View className='title'>草稿 {unfinished.length} 件</View>
          {unfinished.map((draft) => (
            <DraftLine key={draft.id} draft={draft} />
          ))}
        </View>
      )}
    </View>
  )
})

/** In the place of what waited here before it went out. */
const Delivered = ({ report }: { report: Report | undefined }) =>
  report ? (
    <View {...roleOf('status')}>
      <Tap
        className='card row row-between'
        role='link'
        onClick={() => Taro.navigateTo({ url: `/pages/report/detail/index?id=${report.id}` })}
      >
        <Icon name='check' />
        <View className='grow'>
          已发出，编号 <Text className='whole'>{report.number}</Text>
        </View>
        <View className='second'>看进度 ›</View>
      </Tap>
    </View>
  ) : null

const open = (draft: Draft) => Taro.navigateTo({ url: `/pages/report/new/index?draft=${draft.id}` })

const Summary = observer(function Summary({ draft }: { draft: Draft }) {
  const facts = [draft.compound?.name, draft.pictures.length > 0 && `${draft.pictures.length} 张照片`, saidTime(draft.savedAt)]
  return (
    <View className='grow'>
      <View>{categories.find(draft.categoryCode)?.name ?? '上报'}</View>
      {draft.text.trim() && <View className='second clip-2'>{draft.text}</View>}
      <View className='hint'>{facts.filter(Boolean).join(' · ')}</View>
    </View>
  )
})

const DraftLine = observer(function DraftLine({ draft }: { draft: Draft }) {
  const [asking, setAsking] = useState(false)
  if (asking) {
    return (
      <View className='line-item'>
        <View className='grow'>删掉这份草稿？</View>
        <Tap className='text-link draft-do' onClick={() => setAsking(false)}>
          留着
        </Tap>
        <Tap className='text-link draft-do draft-delete' onClick={() => drafts.remove(draft.id)}>
          删掉
        </Tap>
      </View>
    )
  }
  return (
    <View className='line-item'>
      <Tap className='grow' role='link' onClick={() => open(draft)}>
        <Summary draft={draft} />
      </Tap>
      <Tap className='text-link draft-do' role='link' onClick={() => open(draft)}>
        继续写
      </Tap>
      <Tap className='text-link draft-do second' label='删除草稿' onClick={() => setAsking(true)}>
        删除
      </Tap>
    </View>
  )
})

const UnsentLine = observer(function UnsentLine({ draft }: { draft: Draft }) {
  const refused = draft.state === 'refused'
  return (
    <View className='unsent'>
      <Summary draft={draft} />
      <FieldError text={draft.refusal} />
      <View className='row unsent-buttons'>
        {!refused && (
          <Button busy={outbox.sending.has(draft.id) && '正在发送…'} className='grow' onClick={() => outbox.resend(draft.id)}>
            再发一次
          </Button>
        )}
        <Button plain className='grow' onClick={() => open(draft)}>
          {refused ? '打开修改' : '打开看看'}
        </Button>
      </View>
    </View>
  )
})
