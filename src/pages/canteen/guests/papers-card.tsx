import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Field, FieldError, Words } from '@/components/field'
import { Figure } from '@/components/figure'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { useNow } from '@/lib/use-now'
import type { GuestStatus } from '../../../../contract/canteen'
import { statusWords } from '../labels'
import { ageAt } from './birthday'
import type { GuestStore } from './guest-store'

const statuses = Object.keys(statusWords) as GuestStatus[]

/** What the papers say, as staff saw them. */
export const PapersCard = observer(function PapersCard({ store }: { store: GuestStore }) {
  return (
    <View className='with-foot'>
      <View className='card'>
        <View className='title'>看过证件再登记</View>
        <BirthdayField store={store} />
        <Field name='看过的证明'>
          {statuses.map((status) => (
            <Check key={status} text={statusWords[status]} on={store.statuses.includes(status)} onClick={() => store.toggle(status)} />
          ))}
        </Field>
        <Field name='送餐' error={store.errors.address}>
          <Check text='登记送餐到家' on={store.delivery} onClick={() => store.write({ delivery: !store.delivery })} />
          {store.delivery && (
            <Words
              value={store.address}
              label='送餐地址'
              placeholder='小区、楼号、门牌'
              most={100}
              onChange={(address) => store.write({ address })}
            />
          )}
        </Field>
        {store.saved === 'papers' && (
          <View className='staff-done' {...roleOf('status')}>
            <Icon name='check' />
            <View className='grow'>已登记，订餐时自动优惠。已发消息告诉本人。</View>
          </View>
        )}
      </View>
      {store.isChanged && (
        <View className='foot'>
          <FieldError text={store.failure ?? (store.errors.birthday || store.errors.address ? '有一处要改一改，见上面红字。' : null)} />
          <Button busy={store.busy === 'papers' && '正在保存…'} onClick={() => store.savePapers(Date.now())}>
            保存登记
          </Button>
        </View>
      )}
    </View>
  )
})

const BirthdayField = observer(function BirthdayField({ store }: { store: GuestStore }) {
  const { birthday } = store
  const age = ageAt(birthday, useNow())
  const part = (name: keyof typeof birthday, label: string, most: number) => (
    <View className='guest-part'>
      <Figure
        value={birthday[name]}
        label={label}
        most={most}
        onChange={(text) => store.write({ birthday: { ...birthday, [name]: text } })}
      />
      <View>{label.slice(-1)}</View>
    </View>
  )
  return (
    <Field name='出生日期' error={store.errors.birthday}>
      <View className='guest-birthday'>
        {part('year', '出生年', 4)}
        {part('month', '出生月', 2)}
        {part('day', '出生日', 2)}
      </View>
      {age !== null && <View className='second guest-age'>今年 {age} 岁</View>}
    </Field>
  )
})

const Check = ({ text, on, onClick }: { text: string; on: boolean; onClick: () => void }) => (
  <Tap className='guest-check' role='checkbox' checked={on} onClick={onClick}>
    <View className={`guest-box ${on ? 'guest-box-on' : ''}`} aria-hidden>
      {on ? '✓' : ''}
    </View>
    <View className='grow'>{text}</View>
  </Tap>
)
