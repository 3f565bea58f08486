import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Avatar } from '@/components/avatar'
import { FieldError } from '@/components/field'
import { Empty, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { inWeChat } from '@/lib/platform'
import { session } from '@/session/session'
import type { DemoPerson, Persona } from '../../../../contract/account'
import type { SignInStore } from './sign-in-store'

type Props = { store: SignInStore; onSignIn: (persona: Persona) => void }

/** The demo town's people, each a card; outside demo mode a browser is sent to WeChat. */
export const DemoPeople = observer(function DemoPeople({ store, onSignIn }: Props) {
  const { people } = store
  // in WeChat the button above is enough where there are no demo people
  if (inWeChat && !people.value?.length) return null
  const state = people.value?.length === 0 ? 'empty' : people.state
  return (
    <StateView state={state} error={people.error} onRetry={() => people.refresh()} empty={<OpenInWeChat />}>
      <View className='sign-in-head'>
        <View className='title'>体验账号</View>
        <View className='second'>选一位，点一下就登录。都是虚构的人，随便试。</View>
      </View>
      {people.value?.map((person) => (
        <PersonCard key={person.persona} person={person} store={store} onSignIn={onSignIn} />
      ))}
    </StateView>
  )
})

const PersonCard = observer(function PersonCard({ person, store, onSignIn }: Props & { person: DemoPerson }) {
  const { persona, nickname, duty } = person
  const now = session.person?.nickname === nickname ? '当前' : '›'
  return (
    <Tap className='card' onClick={() => onSignIn(persona)}>
      <View className='row'>
        <Avatar person={{ nickname, avatarUrl: null }} />
        <View className='grow'>
          <View className='title'>{nickname}</View>
          <View className='second'>{duty}</View>
        </View>
        <View className='second'>{store.busy === persona ? '正在登录…' : now}</View>
      </View>
      <FieldError text={store.errorOf(persona)} />
    </Tap>
  )
})

const OpenInWeChat = () => <Empty title='请在微信里打开' hint='在微信里搜索小程序“家门口这点事”，打开就能登录。浏览器里不能用微信登录。' />
