import { Image, Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field, FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { choosePictures } from '@/lib/platform'
import { usePrivacy } from '@/session/privacy'
import { monthName } from '../months'
import type { XuexiStore } from './xuexi-store'

/** This month's or last month's total, with its screenshot. */
export const FormCard = observer(function FormCard({ store }: { store: XuexiStore }) {
  const { mine, month, total, errors, sent, failure, busy, atLeast } = store
  return (
    <View className='card stack'>
      <Choices
        name='哪个月的总分'
        choices={mine.value?.months.map(({ month: value }) => ({ value, text: monthName(value, Date.now()) })) ?? []}
        chosen={month}
        onChoose={(value) => store.choose(value)}
      />
      <Field name={atLeast > 0 ? `总分（之前已经有 ${atLeast} 分）` : '总分'} error={errors.total}>
        <Input
          className='input xuexi-total'
          type='number'
          value={total}
          placeholder='比如：15230'
          maxlength={7}
          aria-label='总分'
          nativeProps={{ 'aria-label': '总分' }}
          onInput={({ detail }) => store.type(detail.value)}
        />
      </Field>
      <Shot store={store} />
      <FieldError text={failure} />
      <Button busy={busy && '正在提交…'} onClick={() => store.send()}>
        交给书记确认
      </Button>
      {sent && (
        <View className='staff-done' {...roleOf('status')}>
          <Icon name='check' />
          交上去了。书记看过，您会收到消息。
        </View>
      )}
    </View>
  )
})

const Shot = observer(function Shot({ store }: { store: XuexiStore }) {
  const [failure, setFailure] = useState<string | null>(null)
  const { before, card } = usePrivacy('photo')
  const choose = () =>
    before(async () => {
      setFailure(null)
      const [path] = await choosePictures(1, 'album').catch(() => {
        setFailure('没有打开相册，请在手机设置里允许使用相册。')
        return []
      })
      if (path) store.takePicture(path)
    })
  return (
    <Field name='截图，只有您和书记看得到' error={store.errors.picture ?? failure}>
      {store.picture && (
        <Image className='xuexi-shot' src={store.picture} mode='aspectFit' aria-label='选好的截图' imgProps={{ alt: '' }} />
      )}
      <Button plain onClick={choose}>
        {store.picture ? '换一张截图' : '选截图'}
      </Button>
      {card && <View>{card}</View>}
    </Field>
  )
})
