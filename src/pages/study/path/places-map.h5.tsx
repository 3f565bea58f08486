import { View } from '@tarojs/components'
import type { Places } from './places-card'

const margin = 10
/** Degrees of latitude that the drawing shows at least: some 200 m, so that one place alone lies in its middle. */
const least = 0.002

/** A browser has no map of its own: where the places lie to each other, north above, numbered as the list beneath. */
export function PlacesMap({ places }: { places: Places }) {
  const lngs = places.map(({ location }) => location.lng)
  const lats = places.map(({ location }) => location.lat)
  const [across, down] = [scaleOf(lngs), scaleOf(lats)]
  return (
    <View className='places-map' aria-hidden>
      <View className='places-north hint'>北 ↑</View>
      {places.map(({ id, location }, at) => (
        <View
          key={id}
          className='places-number places-pin'
          style={{ left: `${across(location.lng)}%`, bottom: `${down(location.lat)}%`, zIndex: places.length - at }}
        >
          {at + 1}
        </View>
      ))}
    </View>
  )
}

/** From degrees to percent of the drawing. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const [from, to] = [Math.min(...values), Math.max(...values)]
  const width = Math.max(to - from, least)
  const start = (from + to - width) / 2
  return (value) => margin + ((value - start) / width) * (100 - 2 * margin)
}
