import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import type { Grant } from '../../../contract/account'
import './index.scss'

const roleWords: Record<Grant['role'], string> = {
  party_member: '党员',
  secretary: '支部书记',
  site_host: '学习点讲解员',
  grid_worker: '网格员',
  grid_leader: '网格长',
  property: '物业',
  department: '职能部门',
  canteen_staff: '食堂工作人员',
  board_editor: '榜单编辑',
  board_reviewer: '榜单审核',
  admin: '街镇管理员',
}

/** 我的: who I am, my matters, messages, 长辈版, about. */
export default observer(function Mine() {
  useDidShow(() => {
    if (session.status === 'signed-in') session.refreshPerson()
  })
  return (
    <Page>
      {session.status === 'guest' ? <Guest /> : <Me />}
      <View className='card card-lines'>
        <Line title='我的上报' url='/pages/report/list/index?tab=mine' />
        <Line title='我关注的' url='/pages/report/list/index?tab=followed' />
        {session.isStaff && <Line title='待办案件' url='/pages/report/worklist/index' />}
        <Line title='消息' url='/pages/account/inbox/index' fact={session.unreadCount > 0 ? `${session.unreadCount} 条没看` : ''} />
      </View>
      <View className='card card-lines'>
        <Tap className='line-item' role='switch' checked={session.elder} label='长辈版' onClick={() => session.setElder(!session.elder)}>
          <View>
            <View>长辈版</View>
            <View className='second'>字更大，按钮更大</View>
          </View>
          <View className={`switch ${session.elder ? 'switch-on' : ''}`}>
            <View className='switch-knob' />
            <Text className='switch-word'>{session.elder ? '开' : '关'}</Text>
          </View>
        </Tap>
        <Line title='我的居民区' url='/pages/account/area/index' fact={session.person?.home?.areaName ?? ''} />
        <Line title='关于家门口这点事' url='/pages/account/about/index' open />
        <Line title='隐私保护' url='/pages/account/privacy/index' open />
      </View>
      {session.status === 'signed-in' && <SignOut />}
    </Page>
  )
})

const Guest = () => (
  <View className='card'>
    <View className='title mine-words'>还没有登录</View>
    <Button onClick={() => Taro.navigateTo({ url: '/pages/account/sign-in/index' })}>登录</Button>
  </View>
)

const Me = observer(function Me() {
  const { person } = session
  if (!person) return <View className='card mine-waiting' aria-label='正在加载' {...roleOf('status')} />
  const duties = person.grants.map((grant) => `${roleWords[grant.role]} · ${grant.scopeName}`)
  return (
    <Tap className='card row' role='link' label='个人资料' onClick={() => Taro.navigateTo({ url: '/pages/account/profile/index' })}>
      <Avatar person={person} />
      <View className='grow'>
        <View className='title'>{person.nickname}</View>
        <View className='second'>{person.phone ?? '还没有手机号'}</View>
        {duties.map((duty) => (
          <View key={duty} className='second'>
            {duty}
          </View>
        ))}
      </View>
      <View className='second'>›</View>
    </Tap>
  )
})

type LineProps = { title: string; url: string; fact?: string /** A guest may go there too. */; open?: boolean }

const Line = ({ title, url, fact, open }: LineProps) => (
  <Tap className='line-item' role='link' onClick={() => (open || needSession()) && Taro.navigateTo({ url })}>
    <View className='mine-title'>{title}</View>
    <View className='second mine-fact'>{fact} ›</View>
  </Tap>
)

function SignOut() {
  const [sure, setSure] = useState(false)
  if (!sure) {
    return (
      <Button plain onClick={() => setSure(true)}>
        退出登录
      </Button>
    )
  }
  return (
    <View className='card'>
      <View className='mine-words'>退出后，手机里没发出的草稿还在。确定退出吗？</View>
      <View className='row'>
        <Button className='grow' plain onClick={() => setSure(false)}>
          不退了
        </Button>
        <Button className='grow' onClick={() => session.signOut()}>
          退出登录
        </Button>
      </View>
    </View>
  )
}
