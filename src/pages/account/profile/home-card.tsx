import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import { session } from '@/session/session'

/** Where the person lives; changed on its own page. */
export const HomeCard = observer(function HomeCard() {
  const home = session.person?.home
  return (
    <Tap className='card' role='link' label='住址，去修改' onClick={() => Taro.navigateTo({ url: '/pages/account/area/index' })}>
      <View className='row row-between'>
        <View className='title'>住址</View>
        <View className='second'>{home ? '修改' : '去选'} ›</View>
      </View>
      <View className='profile-lines'>
        <Fact name='居民区' value={home?.areaName} />
        <Fact name='小区' value={home?.compoundName} />
        <Fact name='楼号' value={home?.building} />
        <Fact name='房号' value={home?.room} />
      </View>
    </Tap>
  )
})

const Fact = ({ name, value }: { name: string; value: string | null | undefined }) => (
  <View className='line-item'>
    <View className='second profile-name'>{name}</View>
    <View className={value ? 'fact' : 'fact second'}>{value ?? '没有填'}</View>
  </View>
)
