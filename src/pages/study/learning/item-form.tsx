import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Line } from '@/components/field'
import type { LearningKind, LearningTheme } from '../../../../contract/learning'
import { learningKindWords, themeWords } from '../labels'
import type { LearningStore } from './learning-store'

const choicesOf = <T extends string>(words: Readonly<Record<T, string>>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, text: words[value] }))

/** For editors: a line of the list, new or to be changed. */
export const ItemForm = observer(function ItemForm({ store }: { store: LearningStore }) {
  const [sure, setSure] = useState(false)
  const { draft, busy, failure } = store
  if (!draft) return null
  return (
    <View className='card stack'>
      <View className='title'>{draft.id ? '修改这一条' : '加一条'}</View>
      <Field name='标题'>
        <Line value={draft.title} label='标题' placeholder='不超过 60 字' most={60} onChange={(title) => store.write({ title })} />
      </Field>
      <Field name='链接'>
        <Line value={draft.url} label='链接' placeholder='https:// 开头' most={500} onChange={(url) => store.write({ url })} />
      </Field>
      <Field name='来源（可不写）'>
        <Line value={draft.source} label='来源' placeholder='谁做的' most={40} onChange={(source) => store.write({ source })} />
      </Field>
      <Field name='文章还是视频'>
        <Chips<LearningKind> choices={choicesOf(learningKindWords)} chosen={draft.kind} onChoose={(kind) => store.write({ kind })} />
      </Field>
      <Field name='主题'>
        <Chips<LearningTheme> choices={choicesOf(themeWords)} chosen={draft.theme} onChoose={(theme) => store.write({ theme })} />
      </Field>
      <FieldError text={failure} />
      <Button busy={busy === 'save' && '正在保存…'} onClick={() => store.save()}>
        保存
      </Button>
      <Button plain disabled={busy !== null} onClick={() => store.leave()}>
        不改了
      </Button>
      {draft.id && !sure && (
        <Button plain onClick={() => setSure(true)}>
          删掉这一条
        </Button>
      )}
      {draft.id && sure && (
        <View className='stack'>
          <View>删掉后大家就看不到了，确定吗？</View>
          <Button busy={busy === 'delete' && '正在删…'} onClick={() => store.remove()}>
            确定删掉
          </Button>
        </View>
      )}
    </View>
  )
})
