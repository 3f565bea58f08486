import { View } from '@tarojs/components'

// Only what has been checked, each with where it stands; the amounts are as of the day below.
const rules = [
  { text: '垃圾分四种：可回收物、有害垃圾、湿垃圾、干垃圾。', source: '《上海市生活垃圾管理条例》第四条' },
  { text: '逐步推行定时定点投放，时间和地点看本小区的安排。', source: '《上海市生活垃圾管理条例》' },
  {
    text: '个人把有害垃圾和别的混投，或者把湿垃圾和可回收物、干垃圾混投，城管执法部门会要求马上改正；不肯改的，可以罚 50 元到 200 元。',
    source: '《上海市生活垃圾管理条例》',
  },
] as const

/** What one has to do, in short, and where it is written. */
export const RulesCard = () => (
  <View className='card'>
    <View className='title'>规定是怎么说的</View>
    {rules.map(({ text, source }) => (
      <View key={text} className='rule'>
        <View>{text}</View>
        <View className='hint'>出处：{source}</View>
      </View>
    ))}
    <View className='hint rule'>
      条例 2019 年 1 月 31 日由上海市人民代表大会通过，2019 年 7 月 1 日起施行。这里只摘要，以官方公布的全文为准。
    </View>
  </View>
)
