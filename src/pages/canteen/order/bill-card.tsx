import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { StateView } from '@/components/state-view'
import { BillView } from '../bill-view'
import { payWayWords } from '../labels'
import type { OrderStore } from './order-store'

/** The bill as the server counts it, anew at each change. */
export const BillCard = observer(function BillCard({ store }: { store: OrderStore }) {
  const { quote, lines, way } = store
  if (lines.length === 0) return null
  const items = lines.map(({ dish, quantity, priceFen }) => ({ dishId: dish.id, name: dish.name, quantity, priceFen }))
  return (
    <StateView state={quote.state} error={quote.error} skeleton={1} onRetry={() => store.look()}>
      <View className='card'>
        <View className='title'>账单</View>
        {store.bill && <BillView items={items} bill={store.bill} payWord={payWayWords[way]} />}
      </View>
    </StateView>
  )
})
