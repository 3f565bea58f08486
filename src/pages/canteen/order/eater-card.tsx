import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { FieldError } from '@/components/field'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { eaterName } from '../meal-words'
import { Option } from '../option'
import type { OrderStore } from './order-store'

/** For whom: oneself, or somebody who has agreed. */
export const EaterCard = observer(function EaterCard({ store }: { store: OrderStore }) {
  const { eaters } = store
  return (
    <View className='card' id='field-eater'>
      <View className='card-head'>
        <View className='title'>给谁订</View>
        <Tap className='card-link' role='link' onClick={() => Taro.navigateTo({ url: '/pages/canteen/family/index' })}>
          加家人 ›
        </Tap>
      </View>
      <View className='stack' {...roleOf('radiogroup')}>
        {eaters.map((eater) => (
          <Option
            key={eater.personId}
            chosen={eater.personId === store.eaterId}
            title={eaterName(eater)}
            hint={eater.blocked ? '几次订了没来取，要先到柜台说一声' : eater.discount}
            onChoose={() => store.choose({ eaterId: eater.personId })}
          />
        ))}
      </View>
      <FieldError text={store.errors.eater} />
    </View>
  )
})
