import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { Gate } from '@/session/gate'
import { AvatarCard } from './avatar-card'
import { HomeCard } from './home-card'
import { NicknameCard } from './nickname-card'
import { PhoneCard } from './phone-card'
import { ProfileStore } from './profile-store'
import './index.scss'

/** What the app knows of me, and where I change it. */
export default observer(function Profile() {
  const [store] = useState(() => new ProfileStore())
  return (
    <Page>
      <Gate hint='登录后可以设置昵称、头像和住址。'>
        <AvatarCard store={store} />
        <NicknameCard store={store} />
        <PhoneCard store={store} />
        <HomeCard />
        <View className='second'>只有办理您上报的人能看到您的联系方式，每次查看都有记录。</View>
      </Gate>
    </Page>
  )
})
