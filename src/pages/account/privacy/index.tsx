import { View } from '@tarojs/components'
import { Page } from '@/components/page'
import { ConsentCard } from './consent-card'
import { sections, things } from './guide'
import './index.scss'

/** What the app knows of people, why, for how long, who sees it, and how to take it back: in plain words. */
export default function Privacy() {
  return (
    <Page>
      <View className='card stack'>
        <View className='title'>只拿办事要用的</View>
        <View>不登录也能看这一页。下面写清楚：用到您的什么、为什么、存多久、谁能看、怎么拿回去。</View>
      </View>
      <ConsentCard />
      <View className='card'>
        <View className='title'>用到什么，为什么，存多久</View>
        <View>
          {things.map(({ name, why, howLong }) => (
            <View key={name} className='line-item guide-line'>
              <View className='guide-name'>{name}</View>
              <View className='second'>{why}</View>
              <View className='second'>存多久：{howLong}</View>
            </View>
          ))}
        </View>
      </View>
      {sections.map(({ title, words }) => (
        <View key={title} className='card stack'>
          <View className='title'>{title}</View>
          {words.map((line) => (
            <View key={line} className='second'>
              {line}
            </View>
          ))}
        </View>
      ))}
    </Page>
  )
}
