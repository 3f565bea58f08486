import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { dateText, weekdayOf } from '@/lib/meal'
import { inWeChat } from '@/lib/platform'
import { useNow } from '@/lib/use-now'
import type { DropOff } from '../../../../contract/sorting'
import { hoursWords, openingOf } from '../opening'

/** Each place: whether it is open now, or when it will be, and its hours of every day. */
export function Places({ dropOff: { places, exceptions } }: { dropOff: DropOff }) {
  const now = useNow()
  return (
    <View>
      {places.map((place) => {
        const { isOpen, words } = openingOf(place, exceptions, now)
        const { name, hours, location } = place
        const open = () => location && Taro.openLocation({ latitude: location.lat, longitude: location.lng, name, scale: 18 })
        return (
          <View key={name} className='drop-place'>
            <View className='row row-wrap drop-now'>
              <View className={`chip ${isOpen ? 'chip-good' : 'chip-warn'}`}>
                <Icon name={isOpen ? 'check' : 'clock'} />
                {isOpen ? '现在能投' : '现在不能投'}
              </View>
              <View className='drop-when'>{words}</View>
            </View>
            <View className='row row-between'>
              <View className='grow drop-name'>{name}</View>
              {location && inWeChat && (
                <Tap className='text-link' label={`在地图上看${name}`} onClick={open}>
                  地图
                </Tap>
              )}
            </View>
            <View className='second'>
              每天 <Hours hours={hours} />
            </View>
          </View>
        )
      })}
    </View>
  )
}

/** Days to come that are unlike the others. */
export const Exceptions = ({ dropOff: { exceptions } }: { dropOff: DropOff }) =>
  exceptions.length > 0 ? (
    <View className='drop-changes'>
      <View className='drop-name'>这几天不一样</View>
      {exceptions.map(({ day, hours, note }) => (
        <View key={day}>
          {dateText(day)} {weekdayOf(day)} <Hours hours={hours} />
          {note && `（${note}）`}
        </View>
      ))}
    </View>
  ) : null

/** A span is not broken in its middle. */
const Hours = ({ hours }: { hours: DropOff['exceptions'][number]['hours'] }) => (
  <Text>
    {hoursWords(hours).map((words, at) => (
      <Text key={words}>
        {at > 0 && '、'}
        <Text className='whole'>{words}</Text>
      </Text>
    ))}
  </Text>
)
