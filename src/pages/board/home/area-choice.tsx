import { View } from '@tarojs/components'
import { reaction } from 'mobx'
import { observer, useLocalObservable } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Line } from '@/components/field'
import { More } from '@/components/more'
import { Empty, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import type { Area } from '../../../../contract/place'

const typingMs = 300

type Props = { onChoose: (area: Area) => void; onClose: () => void }

/** Finding a residential area by its name, or by the initials of its pinyin. */
export const AreaChoice = observer(function AreaChoice({ onChoose, onClose }: Props) {
  const typed = useLocalObservable(() => ({ words: '' }))
  const [areas] = useState(() => new Paged<Area>((cursor) => call('GET /areas', { query: { q: typed.words.trim(), cursor, limit: 20 } })))
  useEffect(
    () =>
      reaction(
        () => typed.words.trim(),
        () => areas.refresh(),
        { delay: typingMs, fireImmediately: true },
      ),
    [areas, typed],
  )
  const type = (words: string) => {
    typed.words = words
  }
  return (
    <View className='card'>
      <View className='title'>选居民区</View>
      <View className='area-search'>
        <Line value={typed.words} label='按名字找居民区' placeholder='名字或拼音，如 absc' most={40} onChange={type} />
      </View>
      <StateView
        state={areas.state}
        error={areas.error}
        skeleton={1}
        onRetry={() => areas.refresh()}
        empty={<Empty title='没有找到这个居民区' hint='换个说法，或只写前两个字。也可能这个街镇还没有开通。' />}
      >
        {areas.blocks.map((block) => (
          <View key={block[0]?.code} className='area-block'>
            {block.map((area) => (
              <Tap key={area.code} className='line-item' onClick={() => onChoose(area)}>
                <View className='grow'>{area.shortName}</View>
                <View className='second area-town'>{area.townName}</View>
              </Tap>
            ))}
          </View>
        ))}
        <More list={areas} />
      </StateView>
      <Button plain onClick={onClose}>
        先不选
      </Button>
    </View>
  )
})
