import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { distanceText } from '@/lib/distance'
import { absolute } from '@/lib/request'
import { saidTime } from '@/lib/time'
import type { DoubtfulCheckIn } from '../../../../contract/study'
import type { DoubtStore, Verdict } from './doubt-store'

type Props = { store: DoubtStore; checkIn: DoubtfulCheckIn }

const ways = { screen: '扫屏幕码', fixed: '扫固定码', host: '讲解员帮打' } as const

/** Who, where, when, and each reason why it is looked at. */
export const DoubtCard = observer(function DoubtCard({ store, checkIn }: Props) {
  const { nickname, siteName, at, way, marks, distance, thought, minutes } = checkIn
  const verdict = store.verdicts.get(checkIn.id)
  return (
    <View className='card doubt stack'>
      <View className='row row-between row-wrap'>
        <View className='title'>{nickname}</View>
        {distance !== null && (
          <View className='chip chip-warn'>
            <Icon name='place' />
            离学习点 {distanceText(distance)}
          </View>
        )}
      </View>
      <View className='second'>
        {siteName} · {saidTime(at)} · {ways[way]}
      </View>
      <View>
        {marks.map(({ mark, why }) => (
          <View key={mark} className='row doubt-why'>
            <Icon name='alert' />
            <View className='grow'>{why}</View>
          </View>
        ))}
      </View>
      {thought && <View className='doubt-thought'>“{thought}”</View>}
      {minutes !== null && <View className='second'>学习 {minutes} 分钟</View>}
      <Photos checkIn={checkIn} />
      {verdict ? <Said verdict={verdict} /> : <Decide store={store} id={checkIn.id} />}
    </View>
  )
})

const Photos = ({ checkIn: { photos, nickname } }: { checkIn: DoubtfulCheckIn }) =>
  photos.length === 0 ? null : (
    <View className='row'>
      {photos.map(({ id, url, thumbUrl }, at) => (
        <Tap
          key={id}
          label={`看${nickname}的第 ${at + 1} 张照片`}
          onClick={() => Taro.previewImage({ current: absolute(url), urls: photos.map((photo) => absolute(photo.url)) })}
        >
          <Image className='doubt-photo' src={absolute(thumbUrl)} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
        </Tap>
      ))}
    </View>
  )

const Decide = observer(function Decide({ store, id }: { store: DoubtStore; id: string }) {
  const busy = store.busy === id && '正在记下…'
  return (
    <View className='stack'>
      <Line
        value={store.notes.get(id) ?? ''}
        label='给本人的话'
        placeholder='给本人的话，可以不写'
        most={200}
        onChange={(note) => store.write(id, note)}
      />
      <FieldError text={store.failures.get(id)} />
      <View className='staff-buttons'>
        <Button plain busy={busy} onClick={() => store.decide(id, false)}>
          不算
        </Button>
        <Button busy={busy} onClick={() => store.decide(id, true)}>
          算数
        </Button>
      </View>
    </View>
  )
})

const Said = ({ verdict }: { verdict: Verdict }) => {
  if (verdict.by === 'other') {
    return (
      <View className='second' {...roleOf('status')}>
        {verdict.words}是别人先定的，您不用再管。
      </View>
    )
  }
  const { state, points } = verdict.checkIn
  return (
    <View className='staff-done' {...roleOf('status')}>
      <Icon name={state === 'counted' ? 'check' : 'stop'} />
      {state === 'counted' ? `算数了，得 ${points} 分。` : '这次不算。'}已发消息告诉本人。
    </View>
  )
}
