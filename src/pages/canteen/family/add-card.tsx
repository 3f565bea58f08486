import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { eaterName } from '../meal-words'
import type { FamilyStore } from './family-store'

const labels = ['妈妈', '爸爸', '奶奶', '爷爷', '外婆', '外公', '邻居'] as const
const other = '其他'
const choices = [...labels, other].map((value) => ({ value, text: value }))

/** 我来代订: the six digits that the other one reads out, and what one calls them. */
export const AddCard = observer(function AddCard({ store }: { store: FamilyStore }) {
  const [code, setCode] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [own, setOwn] = useState('')
  const [missing, setMissing] = useState<{ code?: string; label?: string }>({})
  const label = chosen === other ? own : (chosen ?? '')
  const add = async () => {
    const lacks = {
      ...(/^\d{6}$/.test(code.trim()) ? {} : { code: '请输入家人手机上的六位数字。' }),
      ...(label.trim() ? {} : { label: '请选怎么称呼。' }),
    }
    setMissing(lacks)
    if (Object.keys(lacks).length > 0 || !(await store.add(code, label))) return
    setCode('')
    setChosen(null)
    setOwn('')
  }
  return (
    <View className='card'>
      <View className='title'>我来代订</View>
      <View className='second'>家人在自己手机上打开这一页，点“让家人代我订”，把六位数字念给您。</View>
      {store.added && (
        <View className='row good-word family-added' {...roleOf('status')}>
          <Icon name='check' />
          <View className='grow'>加好了，现在可以给{eaterName(store.added)}订餐。</View>
        </View>
      )}
      <Field name='六位数字' error={missing.code}>
        <Input
          className='input family-code-input'
          type='number'
          value={code}
          placeholder='六位数字'
          maxlength={6}
          aria-label='六位数字'
          onInput={({ detail }) => setCode(detail.value)}
        />
      </Field>
      <Field name='怎么称呼' error={missing.label}>
        <Chips choices={choices} chosen={chosen} onChoose={setChosen} />
        {chosen === other && (
          <View className='field'>
            <Line value={own} label='怎么称呼' placeholder='怎么称呼，如：大伯' most={10} onChange={setOwn} />
          </View>
        )}
      </Field>
      <FieldError text={store.failures.add} />
      <View className='field'>
        <Button busy={store.doing === 'add' && '正在加…'} onClick={add}>
          加上
        </Button>
      </View>
    </View>
  )
})
