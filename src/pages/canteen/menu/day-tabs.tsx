import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { dayName, weekdayOf } from '@/lib/meal'
import { sittingWords } from '../labels'
import { weekFrom } from '../menus-store'
import type { MenuStore } from './menu-store'

/** Seven days, and the meals of the one that is shown. */
export const DayTabs = observer(function DayTabs({ store, now }: { store: MenuStore; now: number }) {
  return (
    <View>
      <View className='day-tabs' {...roleOf('tablist')}>
        {weekFrom(now).map((day, index) => (
          <Tap
            key={day}
            className={`day-tab ${day === store.date ? 'day-tab-on' : ''}`}
            role='tab'
            checked={day === store.date}
            label={dayName(day, now)}
            onClick={() => store.show(day)}
          >
            <View>{index < 2 ? dayName(day, now) : weekdayOf(day)}</View>
            <View className='day-tab-date'>{Number(day.slice(8))}日</View>
          </Tap>
        ))}
      </View>
      {store.sittings.length > 0 && (
        <View className='sitting-tabs' {...roleOf('tablist')}>
          {store.sittings.map((sitting) => (
            <Tap
              key={sitting}
              className={`choice ${sitting === store.sitting ? 'choice-on' : ''}`}
              role='tab'
              checked={sitting === store.sitting}
              onClick={() => store.turn(sitting)}
            >
              {sittingWords[sitting]}
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
})
