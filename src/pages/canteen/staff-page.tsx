import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { type ReactNode, useEffect } from 'react'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Empty, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import type { Hours } from './staff-meal'
import { workplace } from './staff-workplace'
import './staff.scss'

const places = { counter: '柜台', kitchen: '后厨', editor: '菜单', guests: '客人' } as const
export type StaffPlace = keyof typeof places

type Props = {
  at: StaffPlace
  children: (canteenId: string, hours: Hours) => ReactNode
}

/** The frame of the staff pages: for who works in a canteen, with the way to the others. Draws its content anew for another canteen. */
export const StaffPage = observer(function StaffPage({ at, children }: Props) {
  const canteen = workplace.current
  useEffect(() => {
    // after a reload of the page the person is known only when the server has answered
    if (!session.person && session.status !== 'guest') session.refreshPerson()
  }, [])
  return (
    <Page service='canteen' wide>
      <Gate hint='食堂工作人员登录后，在这里交餐、看后厨单、排菜单。'>
        {canteen ? (
          <View>
            <Places at={at} />
            <Canteens />
            <WithHours key={canteen.scopeCode} id={canteen.scopeCode}>
              {children}
            </WithHours>
          </View>
        ) : (
          <Empty
            title='这里是食堂工作人员用的'
            hint='您的账号没有食堂工作人员的身份。要订餐，请回首页点「订餐」。'
            action='回首页'
            onAction={() => Taro.switchTab({ url: '/pages/home/index' })}
          />
        )}
      </Gate>
    </Page>
  )
})

/** All that staff do hangs on when the canteen serves. */
const WithHours = observer(function WithHours({ id, children }: { id: string; children: Props['children'] }) {
  const hours = workplace.hoursOf(id)
  useEffect(() => {
    hours.refresh()
  }, [hours])
  return (
    <StateView state={hours.state} error={hours.error} onRetry={() => hours.refresh()}>
      {hours.value && children(id, hours.value)}
    </StateView>
  )
})

const Places = ({ at }: { at: StaffPlace }) => (
  <View className='staff-places screen-only' {...roleOf('tablist')}>
    {(Object.keys(places) as StaffPlace[]).map((place) => (
      <Tap
        key={place}
        className={`choice staff-place ${place === at ? 'choice-on' : ''}`}
        role='tab'
        checked={place === at}
        onClick={() => place !== at && Taro.redirectTo({ url: `/pages/canteen/${place}/index` })}
      >
        {places[place]}
      </Tap>
    ))}
  </View>
)

/** Who works in several chooses. */
const Canteens = observer(function Canteens() {
  if (workplace.canteens.length < 2) return null
  return (
    <View className='staff-canteens screen-only' {...roleOf('radiogroup')} aria-label='食堂'>
      {workplace.canteens.map(({ scopeCode, scopeName }) => {
        const on = scopeCode === workplace.current?.scopeCode
        return (
          <Tap
            key={scopeCode}
            className={`choice ${on ? 'choice-on' : ''}`}
            role='radio'
            checked={on}
            onClick={() => workplace.choose(scopeCode)}
          >
            {scopeName}
          </Tap>
        )
      })}
    </View>
  )
})
