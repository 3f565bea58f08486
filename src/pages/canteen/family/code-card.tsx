import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { useNow } from '@/lib/use-now'
import type { FamilyStore } from './family-store'

const lookMs = 5000

/** 让家人代我订: six digits to read out, good for ten minutes and once. */
export const CodeCard = observer(function CodeCard({ store }: { store: FamilyStore }) {
  const { code, joined } = store
  return (
    <View className='card stack'>
      <View>
        <View className='title'>让家人代我订</View>
        <View className='second'>把六位数字念给家人，他就能替您订餐、看您订了什么。您随时可以不让他订。</View>
      </View>
      {joined && (
        <View className='row good-word' {...roleOf('status')}>
          <Icon name='check' />
          <View className='grow'>{joined}现在可以替您订餐了。</View>
        </View>
      )}
      {code && <Digits store={store} code={code.code} expiresAt={code.expiresAt} />}
      <FieldError text={store.failures.code} />
      <Button plain={code !== null} busy={store.doing === 'code' && '正在取数字…'} onClick={() => store.makeCode()}>
        {code ? '换一个' : '出示六位数字'}
      </Button>
    </View>
  )
})

const Digits = observer(function Digits({ store, code, expiresAt }: { store: FamilyStore; code: string; expiresAt: string }) {
  const now = useNow(1000)
  const left = Math.ceil((new Date(expiresAt).getTime() - now) / 1000)
  const alive = left > 0
  useEffect(() => {
    if (!alive) return
    const timer = setInterval(() => store.look(), lookMs)
    return () => clearInterval(timer)
  }, [store, alive])
  if (!alive) return <View className='second'>刚才的数字过期了，请再出示一次。</View>
  return (
    <View className='family-code'>
      <View className='code-digits' aria-label={`代订码 ${[...code].join(' ')}`}>
        {code.slice(0, 3)} {code.slice(3)}
      </View>
      <View className='second'>
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')} 内有效，只能用一次
      </View>
    </View>
  )
})
