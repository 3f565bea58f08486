import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Field, Line } from '@/components/field'
import { canScan } from '@/lib/platform'
import type { CheckInStore } from './check-in-store'

/** Where a code is scanned, or typed where the camera cannot be used. */
export const AskCard = observer(function AskCard({ store }: { store: CheckInStore }) {
  const typed = () => store.take(store.typed)
  return (
    <View>
      {canScan && (
        <View className='card stack'>
          <View className='title'>扫现场的码</View>
          <View className='second'>屏幕上的，或牌子上的，都可以。</View>
          <Button onClick={() => store.read()}>扫一扫</Button>
        </View>
      )}
      <View className='card stack'>
        <View className='title'>{canScan ? '扫不出来？输入打卡码' : '输入打卡码'}</View>
        <View className='second'>
          {canScan
            ? '现场的码下面有一行字，照着输入，或粘贴在这里。'
            : '用手机自带的相机扫现场的码，会直接打开打卡页；也可以照码下面的字填在这里。'}
        </View>
        <Field error={store.failure}>
          <Line value={store.typed} label='打卡码' placeholder='比如 STU-001 123456' most={300} onChange={(text) => store.write(text)} />
        </Field>
        <Button plain={canScan} onClick={typed}>
          用这个码打卡
        </Button>
      </View>
      <View className='second ask-help'>不方便扫码？跟现场的讲解员说一声，请他帮您打卡。</View>
    </View>
  )
})
