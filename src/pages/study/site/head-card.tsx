import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { dayName } from '@/lib/meal'
import { grouped } from '@/lib/money'
import { absolute } from '@/lib/request'
import { clockTime, dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { SiteDetail } from '../../../../contract/study'
import { checkInStateWords, kindWords } from '../labels'
import { OpenChip } from '../site-card'
import { StoryAudio } from './story-audio'

/** What this is: pictures, name, story; and what I have done here today. */
export function HeadCard({ site }: { site: SiteDetail }) {
  const { name, kind, story, audioUrl, photos, checkIns, openNow } = site
  return (
    <View className='card'>
      <Pictures photos={photos} />
      <View className='row row-between row-wrap site-title'>
        <View className='site-name'>
          <View className='title'>{name}</View>
          <View className='second'>
            {kindWords[kind]} · 打卡 {grouped(checkIns)} 次
          </View>
        </View>
        <OpenChip openNow={openNow} />
      </View>
      <Today site={site} />
      {story && <Story text={story} />}
      {audioUrl && <StoryAudio key={audioUrl} url={audioUrl} />}
    </View>
  )
}

const Pictures = ({ photos }: Pick<SiteDetail, 'photos'>) => {
  const urls = photos.map(({ url }) => absolute(url))
  const show = (current: string) => Taro.previewImage({ current, urls })
  return (
    <View className={`site-photos ${photos.length === 1 ? 'site-photos-one' : ''}`}>
      {photos.map(({ id, url, thumbUrl }, at) => (
        <Tap key={id} className='site-photo' label={`第 ${at + 1} 张照片，共 ${photos.length} 张`} onClick={() => show(absolute(url))}>
          <Image className='site-photo-image' src={absolute(thumbUrl)} mode='aspectFill' lazyLoad aria-hidden imgProps={{ alt: '' }} />
        </Tap>
      ))}
    </View>
  )
}

/** What I have done here today, and when the next check-in counts. */
const Today = ({ site: { today, nextCountsAt } }: { site: SiteDetail }) => {
  const now = useNow()
  if (!today) return null
  const isCounted = today.state === 'counted'
  const next = nextCountsAt && `${dayName(dayOf(nextCountsAt), now)} ${clockTime(nextCountsAt)} 起可以再打`
  return (
    <View className={`row site-today ${isCounted ? 'good-word' : ''}`}>
      <Icon name={isCounted ? 'check' : 'clock'} />
      <View className='grow'>
        今天 {clockTime(today.at)} 打过卡，{checkInStateWords[today.state]}
        {today.state === 'refused' ? '，可以再打一次' : next && `；${next}`}
      </View>
    </View>
  )
}

/** So long a story is shown whole. */
const longest = 160

const Story = ({ text }: { text: string }) => {
  const [open, setOpen] = useState(false)
  const isLong = text.length > longest
  return (
    <View className='site-story'>
      <View className='site-story-text'>{isLong && !open ? `${text.slice(0, longest)}…` : text}</View>
      {isLong && (
        <Tap className='text-link' onClick={() => setOpen(!open)}>
          {open ? '收起' : '看全文'}
        </Tap>
      )}
    </View>
  )
}
