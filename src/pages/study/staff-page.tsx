import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { type ReactNode, useEffect } from 'react'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Empty } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import type { Grant } from '../../../contract/account'
import { holds } from './may'
import './staff.scss'

type Role = Grant['role']
const places = { host: '现场打卡', doubtful: '待核实', branch: '支部', editor: '学习点' } as const
export type StaffPlace = keyof typeof places
const whose: Record<StaffPlace, readonly Role[]> = {
  host: ['site_host', 'admin'],
  doubtful: ['site_host', 'secretary', 'admin'],
  branch: ['secretary', 'admin'],
  editor: ['site_host', 'admin'],
}

/** The frame of the staff pages: for who looks after sites or a branch, with the way to the others. Draws its content anew for another person. */
export const StaffPage = observer(function StaffPage({ at, children }: { at: StaffPlace; children: () => ReactNode }) {
  useEffect(() => {
    // after a reload of the page the person is known only when the server has answered
    if (!session.person && session.status !== 'guest') session.refreshPerson()
  }, [])
  return (
    <Page service='study' wide>
      <Gate hint='讲解员和支部书记登录后，在这里打开打卡码、核实打卡、看支部。'>
        {holds(...whose[at]) ? (
          <View key={session.person?.id}>
            <Places at={at} />
            {children()}
          </View>
        ) : (
          <Empty
            title={at === 'branch' ? '这里是支部书记用的' : '这里是学习点工作人员用的'}
            hint='您的账号没有这个身份。要打卡，请回首页点「打卡」。'
            action='回首页'
            onAction={() => Taro.switchTab({ url: '/pages/home/index' })}
          />
        )}
      </Gate>
    </Page>
  )
})

const Places = observer(function Places({ at }: { at: StaffPlace }) {
  const mine = (Object.keys(places) as StaffPlace[]).filter((place) => holds(...whose[place]))
  if (mine.length < 2) return null
  return (
    <View className='staff-places screen-only' {...roleOf('tablist')}>
      {mine.map((place) => (
        <Tap
          key={place}
          className={`choice staff-place ${place === at ? 'choice-on' : ''}`}
          role='tab'
          checked={place === at}
          onClick={() => place !== at && Taro.redirectTo({ url: `/pages/study/${place}/index` })}
        >
          {places[place]}
        </Tap>
      ))}
    </View>
  )
})
