import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError, Line } from '@/components/field'
import { Tap } from '@/components/tap'
import { mostDays } from './drop-off-draft'
import type { EditStore } from './edit-store'

/** Days unlike the others: holidays, works. */
export const DaysCard = observer(function DaysCard({ store }: { store: EditStore }) {
  const { days } = store.draft
  return (
    <View className='card'>
      <View className='title'>哪几天不一样</View>
      <View className='second'>过节、施工这些日子，所有投放点都照这里的时间。</View>
      {days.map(({ day, hours, note }, at) => {
        const nth = `第 ${at + 1} 天`
        return (
          <View key={`day ${String(at)}`} className='drop-part stack'>
            <Line
              value={day}
              label={`${nth}的日期`}
              placeholder='日期，比如 2027-02-17'
              most={10}
              onChange={(text) => store.changeDay(at, { day: text })}
            />
            <Line
              value={hours}
              label={`${nth}的时间`}
              placeholder='时间；不开就空着'
              most={90}
              onChange={(text) => store.changeDay(at, { hours: text })}
            />
            <View className='row'>
              <View className='grow'>
                <Line
                  value={note}
                  label={`${nth}的原因`}
                  placeholder='原因，比如 春节'
                  most={100}
                  onChange={(text) => store.changeDay(at, { note: text })}
                />
              </View>
              <Tap className='text-link' label={`去掉${nth}`} onClick={() => store.removeDay(at)}>
                去掉
              </Tap>
            </View>
            <FieldError text={store.faults.get(`day ${at}`)} />
          </View>
        )
      })}
      {days.length < mostDays && (
        <View className='drop-add'>
          <Button plain onClick={() => store.addDay()}>
            加一天
          </Button>
        </View>
      )}
    </View>
  )
})
