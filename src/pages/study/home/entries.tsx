import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import { holds } from '@/session/holds'
import { needSession } from '@/session/need-session'
import { branchUrl, doubtfulUrl, editorUrl, hostUrl, learningUrl, mailboxUrl, pathUrl, xuexiUrl } from '../urls'

/** The other pages of the service, and those of who serves there. */
export const Entries = observer(function Entries() {
  return (
    <View className='entries'>
      <Entry title='我的足迹' hint='日历、徽章、积分' url={pathUrl} />
      <Entry title='红色邮筒' hint='看寄语、写寄语' url={mailboxUrl()} open />
      <Entry title='学习' hint='“四史”、答题' url={learningUrl} open />
      {holds('party_member') && <Entry title='学习强国总分' hint='每月填一次' url={xuexiUrl} />}
      {holds('site_host', 'admin') && <Entry title='现场码' hint='给来的人扫' url={hostUrl()} />}
      {holds('site_host', 'admin') && <Entry title='学习点维护' hint='时间、图片、路线' url={editorUrl()} />}
      {holds('secretary', 'admin') && <Entry title={holds('secretary') ? '我的支部' : '支部'} hint='每月参与情况' url={branchUrl} />}
      {holds('site_host', 'secretary', 'admin') && <Entry title='待核实' hint='等您看的打卡' url={doubtfulUrl} />}
    </View>
  )
})

type EntryProps = { title: string; hint: string; url: string /** A guest may go there too. */; open?: boolean }

const Entry = ({ title, hint, url, open }: EntryProps) => (
  <Tap className='card entry' role='link' onClick={() => (open || needSession()) && Taro.navigateTo({ url })}>
    <View>
      <View className='title'>{title}</View>
      <View className='second'>{hint}</View>
    </View>
    <View className='second' aria-hidden>
      ›
    </View>
  </Tap>
)
