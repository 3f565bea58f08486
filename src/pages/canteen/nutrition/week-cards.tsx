import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { grouped } from '@/lib/money'
import { sodiumGuideMg } from '../nutrients'
import { Bars } from './bars'
import type { Day, NutritionStore } from './nutrition-store'

/** The week's energy, protein and salt, day by day. */
export const WeekCards = observer(function WeekCards({ store, days }: { store: NutritionStore; days: Day[] }) {
  const salt = days.filter(({ sodiumMg }) => sodiumMg > sodiumGuideMg).length
  return (
    <View>
      <View className='second week-note'>在食堂吃了 {store.meals} 餐；只算取走的餐，家里吃的不算。</View>
      <Bars
        title='热量'
        unit='千卡'
        days={days}
        of={({ kcal }) => kcal}
        fact={`吃的那几天，平均 ${round(store.mean(({ kcal }) => kcal))} 千卡`}
      />
      <Bars
        title='蛋白质'
        unit='克'
        days={days}
        of={({ proteinG }) => proteinG}
        fact={`吃的那几天，平均 ${round(store.mean(({ proteinG }) => proteinG))} 克`}
      />
      <Bars
        title='钠（盐）'
        unit='毫克'
        days={days}
        of={({ sodiumMg }) => sodiumMg}
        guide={sodiumGuideMg}
        fact={salt > 0 ? `有 ${salt} 天超过了，少喝汤、选“少盐”的菜` : '每天都没有超过'}
        hint={`一天最好不超过 ${grouped(sodiumGuideMg)} 毫克（世界卫生组织建议，国家标准 GB 28050 的参考值）`}
      />
    </View>
  )
})

const round = (value: number) => grouped(Math.round(value))
