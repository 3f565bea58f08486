import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { price } from '@/lib/money'
import { eaterShort } from '../meal-words'
import type { OrderStore } from './order-store'
import { toMenu } from './to-menu'

/** What there is to pay, and the one button; what went wrong stands right above it. */
export const ConfirmFoot = observer(function ConfirmFoot({ store, onConfirm }: { store: OrderStore; onConfirm: () => void }) {
  const { bill, quote, days, eater, lines, booking } = store
  const meals = 1 + days.meals
  const savedFen = bill ? bill.totalFen - bill.payableFen : 0
  const hints = [eater && `给${eaterShort(eater)}订`, meals > 1 ? `${meals} 餐一共` : savedFen > 0 && `已优惠 ${price(savedFen)}`]
  const gone = lines.some(({ quantity, left }) => quantity > left)
  const failed = quote.error !== null && !quote.loading
  const asking = quote.loading || days.asking
  return (
    <View className='foot'>
      <FieldError text={booking.failure ?? (failed ? quote.error : null)} />
      <View className='row row-between row-wrap'>
        <View className='foot-sum'>
          <View className='figure'>{bill && !failed ? price(bill.payableFen + days.fen) : '¥ –'}</View>
          <View className='hint'>{hints.filter(Boolean).join(' · ')}</View>
        </View>
        {failed ? (
          <Button className='foot-button' onClick={() => (gone ? toMenu(store.meal) : store.look())}>
            {gone ? '去换菜' : '重新算价'}
          </Button>
        ) : (
          <Button
            className='foot-button'
            busy={booking.sending ? '正在订…' : asking && '正在算价…'}
            disabled={lines.length === 0 || !bill}
            onClick={onConfirm}
          >
            {meals > 1 ? `确认订 ${meals} 餐` : '确认订餐'}
          </Button>
        )}
      </View>
    </View>
  )
})
