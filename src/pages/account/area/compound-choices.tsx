import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import type { HomeStore } from './home-store'

/** The compounds of the area, or none of them. */
export const CompoundChoices = observer(function CompoundChoices({ store }: { store: HomeStore }) {
  const choices = [...(store.compounds.value ?? []), { code: null, name: '不在这些小区里', address: null }]
  return (
    <View>
      {choices.map(({ code, name, address }) => {
        const chosen = store.compoundCode === code
        return (
          <Tap key={name} className='line-item' role='radio' checked={chosen} onClick={() => store.chooseCompound(code)}>
            <View className='grow'>
              <View>{name}</View>
              {address && <View className='second'>{address}</View>}
            </View>
            {chosen && (
              <View className='chosen row'>
                <Icon name='check' />
                已选
              </View>
            )}
          </Tap>
        )
      })}
    </View>
  )
})
