import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import type { HomeStore } from './home-store'

/** Whose boards these are; another town unfolds in place. */
export const TownLine = observer(function TownLine({ store }: { store: HomeStore }) {
  const [open, setOpen] = useState(false)
  const { boards, towns } = store
  const town = boards.value?.town
  if (!town) return null
  const turn = () => {
    if (!open) towns.refresh()
    setOpen(!open)
  }
  const choose = (code: string) => {
    setOpen(false)
    store.chooseTown(code)
  }
  return (
    <View className='town-line'>
      <View className='row row-between'>
        <View className='title grow'>{town.name}的榜单</View>
        <Tap className='card-link' label='看别的街镇' onClick={turn}>
          {open ? '收起' : '换街镇 ▾'}
        </Tap>
      </View>
      {open && (
        <StateView state={towns.state} error={towns.error} skeleton={1} onRetry={() => towns.refresh()}>
          <Chips
            choices={(towns.value ?? []).map(({ code, name }) => ({ value: code, text: name }))}
            chosen={town.code}
            onChoose={choose}
          />
        </StateView>
      )}
    </View>
  )
})
