import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import type { DraftStore } from '../draft-store'
import type { EntryStore } from './entry-store'
import { FinderStore } from './finder-store'

type Props = { store: DraftStore; entry: EntryStore }

/** The way to one unit of many: by name or pinyin. Without words all of them stand below. */
export const UnitFinder = observer(function UnitFinder({ store, entry }: Props) {
  const [finder] = useState(() => new FinderStore(store))
  useEffect(() => () => finder.close(), [finder])
  const { words, found } = finder
  const open = async (code: string) => {
    const row = await finder.open(code)
    if (row) entry.open(row)
  }
  return (
    <View className='card'>
      <View className='title'>名次预览</View>
      <View className='second'>点一个单位，手工录它的成绩。</View>
      <View className='figures-find'>
        <Line value={words} label='找单位' placeholder='名字或拼音，如 absc' most={40} onChange={(text) => finder.type(text)} />
      </View>
      {entry.saved && (
        <View className='staff-done' {...roleOf('status')}>
          <Icon name='check' />
          {entry.saved}的成绩保存了，名次已经重排。
        </View>
      )}
      {words.trim() !== '' && (
        <View {...roleOf('status')}>
          {found.value?.map(({ unitCode, name }) => (
            <Tap key={unitCode} className='line-item' label={`录${name}的成绩`} onClick={() => open(unitCode)}>
              <View className='grow'>{name}</View>
              <View className='second'>›</View>
            </Tap>
          ))}
          {found.value?.length === 0 && <View className='second'>没有找到。可以只写名字的前两个字，或拼音首字母。</View>}
          <FieldError text={found.error ?? finder.failure} />
        </View>
      )}
    </View>
  )
})
