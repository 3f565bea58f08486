import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { type ReactNode, useEffect, useState } from 'react'
import { Choices } from '@/components/choices'
import { Line } from '@/components/field'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { holds } from '@/session/holds'
import { CompoundStore } from './compound-store'

type Props = { named: string | undefined; children: (code: string) => ReactNode }

/** One of the compounds that the person writes for; an admin looks for any of the town. */
export const CompoundChoice = observer(function CompoundChoice({ named, children }: Props) {
  const [store] = useState(() => new CompoundStore(named))
  useEffect(() => () => store.close(), [store])
  if (store.code === null) return <Search store={store} />
  return (
    <View>
      {store.own.length > 1 && (
        <Choices
          name='小区'
          choices={store.own.map(({ scopeCode, scopeName }) => ({ value: scopeCode, text: scopeName }))}
          chosen={store.code}
          onChoose={(code) => store.choose(code)}
        />
      )}
      {holds('admin') && (
        <Tap className='text-link' onClick={() => store.choose(null)}>
          ‹ 换一个小区
        </Tap>
      )}
      {children(store.code)}
    </View>
  )
})

const Search = observer(function Search({ store }: { store: CompoundStore }) {
  const { found } = store
  useEffect(() => {
    found.refresh()
  }, [found])
  useReachBottom(() => {
    found.more()
  })
  return (
    <View>
      <View className='card stack'>
        <View className='title'>哪个小区？</View>
        <Line
          value={store.words}
          label='按名字找小区'
          placeholder='名字或拼音，如 absc'
          most={40}
          onChange={(words) => store.type(words)}
        />
      </View>
      <StateView
        state={found.state}
        error={found.error}
        onRetry={() => found.refresh()}
        empty={<Empty title='没有找到这个小区' hint='换个说法试试，例如只写前两个字。' />}
      >
        <Stale words={found.staleError} onRetry={() => found.refresh()} />
        <View className='card card-lines'>
          {found.blocks.map((block) => (
            <View key={block[0]?.code} className='compound-block'>
              {block.map(({ code, name, areaName }) => (
                <Tap key={code} className='line-item' onClick={() => store.choose(code)}>
                  <View className='grow'>
                    <View>{name}</View>
                    <View className='second'>{areaName}</View>
                  </View>
                  <View className='second'>›</View>
                </Tap>
              ))}
            </View>
          ))}
        </View>
        <More list={found} />
      </StateView>
    </View>
  )
})
