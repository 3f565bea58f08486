import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Mark } from '@/components/mark'
import { Page } from '@/components/page'
import { Tap } from '@/components/tap'
import { dial } from '@/lib/dial'
import { promises, sources } from './words'
import './index.scss'

/** What the app is, what the town promises, and where its facts come from. */
export default function About() {
  return (
    <Page>
      <View className='card'>
        <View className='row'>
          <Mark />
          <View className='title'>家门口这点事</View>
        </View>
        <View className='about-words'>
          高空抛物、楼道堆物、电动车进楼……家门口的烦心事，拍张照片报上来，网格员、物业和职能部门接着办，您一路看到办结。试点在虹桥镇和新虹街道。
        </View>
      </View>
      <View className='card'>
        <View className='title'>街镇的承诺</View>
        <View>
          {promises.map(({ title, words }) => (
            <View key={title} className='line-item about-line'>
              <View className='about-name'>{title}</View>
              <View className='second'>{words}</View>
            </View>
          ))}
        </View>
      </View>
      <View className='card stack'>
        <View className='title'>数据从哪里来</View>
        {sources.map((words) => (
          <View key={words} className='second'>
            {words}
          </View>
        ))}
      </View>
      <View className='card card-lines'>
        <Tap className='line-item' role='link' onClick={() => Taro.navigateTo({ url: '/pages/account/privacy/index' })}>
          <View>隐私保护</View>
          <View className='second'>›</View>
        </Tap>
        <Tap className='line-item' label='打 12345 市民服务热线' onClick={() => dial('12345')}>
          <View>市民服务热线</View>
          <View className='second'>12345 ›</View>
        </Tap>
        <View className='line-item'>
          <View>版本</View>
          <View className='second'>{APP_VERSION}</View>
        </View>
      </View>
      <View className='second'>遇到火情、伤病或正在发生的危险，请直接打 119、120、110。</View>
    </Page>
  )
}
