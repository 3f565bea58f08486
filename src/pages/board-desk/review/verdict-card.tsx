import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { Field, FieldError, Words } from '@/components/field'
import { roleOf } from '@/components/role'
import type { Draft } from '../../../../contract/board'
import { mayReview } from '../may'
import type { ReviewStore } from './review-store'

type Props = { store: ReviewStore; draft: Draft; onChanged: (() => void) | undefined }

/** Publish or send back; who may not do it reads why, and who can. */
export const VerdictCard = observer(function VerdictCard({ store, draft, onChanged }: Props) {
  const [returning, setReturning] = useState(false)
  if (store.isReturned || draft.state === 'returned') return <Word words='退回给编辑了，改好以后会再交上来。' />
  if (draft.state !== 'in_review') return <Word words='编辑还没有交审核，下面的名次还会变。' />
  const changed = () => onChanged?.()
  return (
    <View className='card stack'>
      <View className='title'>审核</View>
      <FieldError text={store.failure} />
      {why(draft) ? (
        <View className='second'>{why(draft)}</View>
      ) : (
        !returning && (
          <Confirm
            title='公布'
            primary
            words={`公布的就是下面这些名次，公布后不能改，只能再出更正。${draft.revision > 1 ? '大家会看到更正的原因和改了哪些。' : ''}`}
            yes='确认公布'
            no='再看看'
            busy={store.busy === 'publish' && '正在公布…'}
            onYes={async () => (await store.publish()) && changed()}
          />
        )
      )}
      {returning ? (
        <SendBack store={store} onClose={() => setReturning(false)} onDone={changed} />
      ) : (
        <Button plain onClick={() => setReturning(true)}>
          退回
        </Button>
      )}
    </View>
  )
})

/** Why the person cannot publish it; null: they can. */
function why({ own }: Draft): string | null {
  if (!mayReview()) return '榜单编辑不能公布，请有「榜单审核」或「街镇管理员」身份的同事来审。'
  return own ? '您录过这一期的成绩，或者是您交的审核，所以不能由您公布。请另一位榜单审核或街镇管理员来公布。' : null
}

const Word = ({ words }: { words: string }) => (
  <View className='card' {...roleOf('status')}>
    {words}
  </View>
)

type BackProps = { store: ReviewStore; onClose: () => void; onDone: () => void }

const SendBack = observer(function SendBack({ store, onClose, onDone }: BackProps) {
  return (
    <View className='stack'>
      <Field name='为什么退回，编辑会看到'>
        <Words
          value={store.note}
          label='为什么退回'
          placeholder='比如：爱博四村的照片和分数对不上'
          most={200}
          onChange={(note) => store.write(note)}
        />
      </Field>
      <View className='staff-buttons'>
        <Button plain onClick={onClose}>
          不退了
        </Button>
        <Button busy={store.busy === 'return' && '正在退回…'} onClick={async () => (await store.sendBack()) && onDone()}>
          确认退回
        </Button>
      </View>
    </View>
  )
})
