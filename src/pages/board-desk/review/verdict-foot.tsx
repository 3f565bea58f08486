import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field, FieldError, Words } from '@/components/field'
import { roleOf } from '@/components/role'
import type { Draft } from '../../../../contract/board'
import { mayReview } from '../may'
import type { ReviewStore } from './review-store'

type Props = { store: ReviewStore; draft: Draft; onChanged: (() => void) | undefined }

/** Publish or send back; who may not do it reads why, and who can. */
export const VerdictFoot = observer(function VerdictFoot({ store, draft, onChanged }: Props) {
  const [asking, setAsking] = useState<'publish' | 'return' | null>(null)
  if (store.isReturned || draft.state === 'returned') return <Word words='退回给编辑了，改好以后会再交上来。' />
  if (draft.state !== 'in_review') return <Word words='编辑还没有交审核，名次还会变。' />
  const changed = () => onChanged?.()
  const close = () => setAsking(null)
  const refused = why(draft)
  if (asking === 'publish') return <Publish store={store} draft={draft} onClose={close} onDone={changed} />
  if (asking === 'return') return <SendBack store={store} onClose={close} onDone={changed} />
  return (
    <View className='foot stack'>
      {refused && <View className='second'>{refused}</View>}
      <FieldError text={store.failure} />
      <View className='staff-buttons'>
        <Button plain onClick={() => setAsking('return')}>
          退回
        </Button>
        {!refused && <Button onClick={() => setAsking('publish')}>公布</Button>}
      </View>
    </View>
  )
})

type AskProps = { store: ReviewStore; onClose: () => void; onDone: () => void }

const Publish = observer(function Publish({ store, draft, onClose, onDone }: AskProps & { draft: Draft }) {
  const publish = async () => {
    if (await store.publish()) onDone()
    else onClose()
  }
  return (
    <View className='foot stack'>
      <View>公布的就是这些名次，公布后不能改，只能再出更正。{draft.revision > 1 ? '大家会看到更正的原因和改了哪些。' : ''}</View>
      <View className='staff-buttons'>
        <Button plain onClick={onClose}>
          再看看
        </Button>
        <Button busy={store.busy === 'publish' && '正在公布…'} onClick={publish}>
          确认公布
        </Button>
      </View>
    </View>
  )
})

/** Why the person cannot publish it; null: they can. */
function why({ own }: Draft): string | null {
  if (!mayReview()) return '榜单编辑不能公布，请有「榜单审核」或「街镇管理员」身份的同事来审。'
  return own ? '您录过这一期的成绩，或者是您交的审核，所以不能由您公布。请另一位榜单审核或街镇管理员来公布。' : null
}

const Word = ({ words }: { words: string }) => (
  <View className='foot' {...roleOf('status')}>
    {words}
  </View>
)

const SendBack = observer(function SendBack({ store, onClose, onDone }: AskProps) {
  return (
    <View className='foot stack'>
      <Field name='为什么退回，编辑会看到' error={store.failure}>
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
