import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { exactTime, saidTime } from '@/lib/time'
import type { Report, ReportEvent } from '../../../../contract/report'
import { eventText } from '../labels'
import type { MatterStore } from '../matter-store'
import { Photos } from './photos'

/** 办理经过: the newest first, with the pictures of each step; a tap shows the exact time. */
export const Timeline = observer(function Timeline({ store, report }: { store: MatterStore; report: Report }) {
  const { events } = store
  const lines = [...(events.value ?? [])].reverse()
  return (
    <View className='card'>
      <View className='title'>办理经过</View>
      <StateView state={events.state} error={events.error} skeleton={1} onRetry={() => events.refresh()}>
        {lines.map((event, index) => (
          <EventLine
            key={event.seq}
            event={event}
            newest={index === 0}
            photos={event.seq === 1 ? [] : report.photos.filter(({ eventSeq }) => eventSeq === event.seq)}
          />
        ))}
      </StateView>
    </View>
  )
})

type LineProps = { event: ReportEvent; newest: boolean; photos: Report['photos'] }

function EventLine({ event, newest, photos }: LineProps) {
  const [exact, setExact] = useState(false)
  return (
    <View className={`event ${newest ? 'event-newest' : ''}`}>
      <Tap className='event-line' label={`${eventText(event)}，${exactTime(event.at)}`} onClick={() => setExact(!exact)}>
        <View className='grow'>{eventText(event)}</View>
        <View className='hint event-time'>{exact ? exactTime(event.at) : saidTime(event.at)}</View>
      </Tap>
      {event.source && <View className='second'>来自 {event.source}</View>}
      {event.note && event.kind !== 'report' && <View className='second'>{event.note}</View>}
      <Photos photos={photos} />
    </View>
  )
}
