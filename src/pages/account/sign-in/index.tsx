import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Mark } from '@/components/mark'
import { Page } from '@/components/page'
import { backOr } from '@/lib/back'
import { inWeChat } from '@/lib/platform'
import { DemoPeople } from './demo-people'
import { SignInStore, type Way } from './sign-in-store'
import { WechatCard } from './wechat-card'
import './index.scss'

/** One tap and signed in; then back to where it was needed. */
export default observer(function SignIn() {
  const [store] = useState(() => new SignInStore())
  const signIn = async (way: Way) => {
    if (await store.signIn(way)) backOr('/pages/home/index')
  }
  return (
    <Page>
      <View className='card'>
        <View className='row'>
          <Mark />
          <View className='grow'>
            <View className='title'>家门口这点事</View>
            <View className='second'>随手一报，一路看到办结</View>
          </View>
        </View>
        {inWeChat && <WechatCard store={store} onSignIn={() => signIn('wechat')} />}
      </View>
      <DemoPeople store={store} onSignIn={signIn} />
    </Page>
  )
})
