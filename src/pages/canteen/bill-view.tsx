import { View } from '@tarojs/components'
import { price } from '@/lib/money'
import type { Bill, Order } from '../../../contract/canteen'

type Props = { items: Pick<Order['items'][number], 'dishId' | 'name' | 'quantity' | 'priceFen'>[]; bill: Bill; payWord: string }

/** What it costs, line by line: the dishes, less what is taken off, and what there is to pay. */
export const BillView = ({ items, bill: { totalFen, lines, payableFen }, payWord }: Props) => (
  <View>
    {items.map(({ dishId, name, quantity, priceFen }) => (
      <View key={dishId} className='bill-line'>
        <View className='grow'>
          {name} × {quantity}
        </View>
        <View>{price(priceFen * quantity)}</View>
      </View>
    ))}
    {lines.length > 0 && (
      <View className='bill-off second'>
        <View className='bill-line'>
          <View className='grow'>合计</View>
          <View>{price(totalFen)}</View>
        </View>
        {lines.map(({ label, fen }) => (
          <View key={label} className='bill-line'>
            <View className='grow'>{label}</View>
            <View>{price(fen)}</View>
          </View>
        ))}
      </View>
    )}
    <View className='bill-line bill-pay'>
      <View className='grow'>{payWord}</View>
      <View className='figure-service'>{price(payableFen)}</View>
    </View>
  </View>
)
