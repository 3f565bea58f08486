import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import type { SiteDetail } from '../../../../contract/study'
import { wayWords } from '../labels'
import { editorUrl, homeUrl, hostUrl, mailboxUrl } from '../urls'

/** How one checks in here, the routes that pass, and where else this leads. */
export const MoreCard = ({ site: { id, kind, ways, routes, mayHost, mayEdit } }: { site: SiteDetail }) => (
  <View className='card'>
    <View className='title'>怎么打卡</View>
    {ways.map((way) => (
      <View key={way} className='second'>
        · {wayWords[way]}
      </View>
    ))}
    <View className='site-links'>
      {routes.map((route) => (
        <Link key={route.id} title={`在${route.name}上`} hint='看路线' url={homeUrl} />
      ))}
      {kind === 'red_mailbox' && <Link title='红色邮筒寄语' hint='看一看、写一句' url={mailboxUrl(id)} />}
      {mayHost && <Link title='给来的人扫的码' hint='打开' url={hostUrl(id)} />}
      {mayEdit && <Link title='改这个学习点' hint='去改' url={editorUrl(id)} />}
    </View>
  </View>
)

const Link = ({ title, hint, url }: { title: string; hint: string; url: string }) => (
  <Tap className='line-item' role='link' onClick={() => Taro.navigateTo({ url })}>
    <View className='grow'>{title}</View>
    <View className='second site-link-hint'>{hint} ›</View>
  </Tap>
)
