import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { distanceText } from '@/lib/distance'
import { absolute } from '@/lib/request'
import type { Site } from '../../../contract/study'
import { kindWords } from './labels'
import { lightsWords, openWords } from './open-words'
import { siteUrl } from './urls'

/** Whether one can go in now: icon and word in one chip. */
export const OpenChip = ({ openNow }: Pick<Site, 'openNow'>) => (
  <View className={`chip ${openNow ? 'chip-good' : 'chip-quiet'}`}>
    <Icon name={openNow ? 'check' : 'clock'} />
    {openNow ? '开放中' : '没开放'}
  </View>
)

/** How far it is, on foot. */
export const wayText = ({ distance, walkMinutes }: Pick<Site, 'distance' | 'walkMinutes'>): string | null =>
  distance === null ? null : `${distanceText(distance)}${walkMinutes === null || walkMinutes > 60 ? '' : `，步行 ${walkMinutes} 分钟`}`

type Props = { site: Site; now: number /** With its picture, as the first of a list. */; large?: boolean }

/** A site in a list: its name, how far and how long open. */
export function SiteCard({ site, now, large }: Props) {
  const { id, name, kind, coverUrl } = site
  const facts = [wayText(site), openWords(site, now), lightsWords(site, now)].filter((fact) => fact !== null)
  return (
    <Tap className='card' role='link' onClick={() => Taro.navigateTo({ url: siteUrl(id) })}>
      {large && coverUrl && (
        <Image className='site-cover' src={absolute(coverUrl)} mode='aspectFill' lazyLoad aria-hidden imgProps={{ alt: '' }} />
      )}
      <View className='row row-between row-wrap site-title'>
        <View className='site-name'>
          <View className='title'>{name}</View>
        </View>
        <OpenChip {...site} />
      </View>
      <View className='second site-facts'>
        {facts.map((fact) => (
          <View key={fact}>{fact}</View>
        ))}
      </View>
      <View className='hint'>{kindWords[kind]}</View>
    </Tap>
  )
}
