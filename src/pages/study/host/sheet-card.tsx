import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { StateView } from '@/components/state-view'
import { Loadable } from '@/lib/loadable'
import { canPrint, printPage } from '@/lib/platform'
import { qrPicture } from '@/lib/qr'
import { call } from '@/lib/request'
import { codeAddress } from '../code-address'
import type { StaffSite } from '../staff-sites'

/** The code to print and put up: it stays the same, and is good with a position within the fence. */
export const SheetCard = observer(function SheetCard({ site, fence }: { site: StaffSite; fence: number }) {
  const [sheet] = useState(() => new Loadable(() => loadSheet(site.id)))
  useEffect(() => {
    sheet.refresh()
  }, [sheet])
  return (
    <StateView state={sheet.state} error={sheet.error} skeleton={1} onRetry={() => sheet.refresh()}>
      {sheet.value && (
        <View className='card stack host-sheet'>
          <View className='host-name'>{sheet.value.siteName}</View>
          <Image className='host-qr' src={sheet.value.picture} mode='scaleToFill' showMenuByLongpress aria-label='固定打卡码' />
          <View className='host-sheet-words'>用微信或「家门口这点事」扫码打卡</View>
          <View className='second screen-only'>
            这个码一直不变，印出来贴在现场就行。扫码的人要打开定位，离学习点 {fence} 米以内直接算数；远了会先待核实。
          </View>
          {canPrint ? (
            <Button className='screen-only' onClick={printPage}>
              打印这张码
            </Button>
          ) : (
            <View className='second'>长按二维码可以保存或转发，再拿去打印。</View>
          )}
        </View>
      )}
    </StateView>
  )
})

async function loadSheet(id: string): Promise<{ siteName: string; picture: string }> {
  const { siteName, code } = await call('GET /sites/:id/fixed-code', { params: { id } })
  return { siteName, picture: qrPicture(codeAddress(id, code), 4) }
}
