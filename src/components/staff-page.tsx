import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { type ReactNode, useEffect } from 'react'
import { Gate } from '@/session/gate'
import { holds } from '@/session/holds'
import { session } from '@/session/session'
import type { Grant } from '../../contract/account'
import { Page } from './page'
import { roleOf } from './role'
import { Empty } from './state-view'
import { Tap } from './tap'

/** One of the pages of those who serve. */
export interface StaffPlace {
  readonly url: string
  readonly title: string
  readonly roles: readonly Grant['role'][]
}

type Props = {
  service: 'study' | 'board'
  at: StaffPlace
  /** All of the service's, for the way from one to the others. */
  places: readonly StaffPlace[]
  /** Why to sign in. */
  hint: string
  /** For whom the page is, to somebody else. */
  refusal: { readonly title: string; readonly hint: string }
  children: () => ReactNode
}

/** The frame of the pages of those who serve, with the way to the others. Draws its content anew for another person. */
export const StaffPage = observer(function StaffPage({ service, at, places, hint, refusal, children }: Props) {
  useEffect(() => {
    // after a reload of the page the person is known only when the server has answered
    if (!session.person && session.status !== 'guest') session.refreshPerson()
  }, [])
  return (
    <Page service={service} wide>
      <Gate hint={hint}>
        {holds(...at.roles) ? (
          <View key={session.person?.id}>
            <Places at={at} places={places} />
            {children()}
          </View>
        ) : (
          <Empty {...refusal} action='回首页' onAction={() => Taro.switchTab({ url: '/pages/home/index' })} />
        )}
      </Gate>
    </Page>
  )
})

const Places = observer(function Places({ at, places }: Pick<Props, 'at' | 'places'>) {
  const mine = places.filter(({ roles }) => holds(...roles))
  if (mine.length < 2) return null
  return (
    <View className='staff-places screen-only' {...roleOf('tablist')}>
      {mine.map((place) => (
        <Tap
          key={place.url}
          className={`choice staff-place ${place === at ? 'choice-on' : ''}`}
          role='tab'
          checked={place === at}
          onClick={() => place !== at && Taro.redirectTo({ url: place.url })}
        >
          {place.title}
        </Tap>
      ))}
    </View>
  )
})
