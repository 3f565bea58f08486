import { View } from '@tarojs/components'
import { Page } from '@/components/page'

export default function Screen() {
  return (
    <Page>
      <View>account/about</View>
    </Page>
  )
}
