import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { usePrivacy } from '@/session/privacy'
import type { Area } from '../../../../contract/place'
import { AreaLine } from './area-line'
import { AreaSearchStore } from './area-search-store'

/** The way to one's residential area: from where the phone is, or by its name. */
export const AreaSearch = observer(function AreaSearch({ onChoose }: { onChoose: (area: Area) => void }) {
  const [store] = useState(() => new AreaSearchStore())
  const { before, card } = usePrivacy('position')
  const { found } = store
  useEffect(() => () => store.close(), [store])
  useReachBottom(() => {
    found.more()
  })
  return (
    <View>
      <View className='card stack'>
        <View className='title'>您住在哪个居民区？</View>
        <Button busy={store.locating && '正在定位…'} onClick={() => before(() => store.locate())}>
          <Icon name='place' />
          用现在的位置找
        </Button>
        {card}
        <FieldError text={store.notice} />
        <Line
          value={store.words}
          label='按名字找居民区'
          placeholder='名字或拼音，如 absc'
          most={40}
          onChange={(words) => store.type(words)}
        />
      </View>
      {store.isFar && <View className='notice'>您现在离已开通的街镇比较远，下面是最近的几个。</View>}
      <StateView
        state={found.state}
        error={found.error}
        onRetry={() => found.refresh()}
        empty={<Empty title='没有找到这个居民区' hint='换个说法试试，例如只写小区名的前两个字。也可能这个街镇还没有开通。' />}
      >
        <Stale words={found.staleError} onRetry={() => found.refresh()} />
        <View className='card card-lines'>
          {found.blocks.map((block) => (
            <View key={block[0]?.code} className='area-block'>
              {block.map((area) => (
                <AreaLine key={area.code} area={area} onChoose={onChoose} />
              ))}
            </View>
          ))}
        </View>
        <More list={found} />
      </StateView>
    </View>
  )
})
