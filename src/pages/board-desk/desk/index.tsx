import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Tap } from '@/components/tap'
import { useShown } from '@/lib/use-shown'
import { useWide } from '@/lib/use-wide'
import { DeskPage } from '../desk-page'
import { FiguresView } from '../figures/figures-view'
import { mayEdit } from '../may'
import { ReviewView } from '../review/review-view'
import { appealsUrl, type DraftAddress, figuresUrl, reviewUrl } from '../urls'
import { BeginCard } from './begin-card'
import { DeskStore } from './desk-store'
import { Waiting } from './waiting-list'
import './index.scss'

/** What is on its way to be published: mine to do first. On a wide window the period stands beside the list. */
export default observer(function BoardDesk() {
  return <DeskPage at='desk'>{() => <Desk />}</DeskPage>
})

const Desk = observer(function Desk() {
  const [store] = useState(() => new DeskStore())
  const wide = useWide()
  useShown(() => store.refresh())
  useReachBottom(() => {
    store.drafts.more()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  const open = (address: DraftAddress) => {
    if (wide) store.select(address)
    else Taro.navigateTo({ url: store.pageFor(address) === 'review' ? reviewUrl(address) : figuresUrl(address) })
  }
  return (
    <View className={wide ? 'desk-wide' : ''}>
      <View className='desk-list'>
        <Appeals store={store} />
        <Waiting store={store} onOpen={open} />
        {mayEdit() && <BeginCard store={store} onBegun={open} />}
      </View>
      {wide && (
        <View className='desk-beside'>
          <Beside store={store} />
        </View>
      )}
    </View>
  )
})

const Appeals = observer(function Appeals({ store }: { store: DeskStore }) {
  if (!store.appealWords) return null
  return (
    <Tap className='card row row-between desk-appeals' role='link' onClick={() => Taro.redirectTo({ url: appealsUrl })}>
      <View>{store.appealWords}</View>
      <View className='second'>去答复 ›</View>
    </Tap>
  )
})

const Beside = observer(function Beside({ store }: { store: DeskStore }) {
  const { selected } = store
  if (!selected) return <View className='card second'>点左边的一期，在这里录成绩或审核。</View>
  const changed = () => store.refresh()
  const { address, page } = selected
  const key = `${address.code} ${address.period} ${page}`
  if (page === 'figures') return <FiguresView key={key} address={address} onChanged={changed} />
  return <ReviewView key={key} address={address} onChanged={changed} />
})
