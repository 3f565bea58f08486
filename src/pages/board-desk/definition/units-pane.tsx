import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field, FieldError, Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { More } from '@/components/more'
import { roleOf } from '@/components/role'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { unitKindWords } from '@/lib/board-words'
import { keptKinds, UnitsStore } from './units-store'

/** The units that are written down here; all others come from where they are kept. */
export const UnitsPane = observer(function UnitsPane() {
  const [store] = useState(() => new UnitsStore())
  const { list, draft } = store
  useEffect(() => {
    list.refresh()
  }, [list])
  useReachBottom(() => {
    list.more()
  })
  return (
    <View className={draft ? 'definition definition-writing' : 'definition'}>
      <View className='definition-list'>
        <View className='card stack'>
          <Choices
            name='哪一类单位'
            choices={keptKinds.map((value) => ({ value, text: unitKindWords[value] }))}
            chosen={store.kind}
            onChoose={(kind) => store.choose(kind)}
          />
          <View className='second'>居民区、小区、部门、阵地、支部由各自的页面登记，这里不用写。</View>
          <Button plain onClick={() => store.edit()}>
            加一个单位
          </Button>
          {store.saved && (
            <View className='staff-done' {...roleOf('status')}>
              <Icon name='check' />
              {store.saved}保存了
            </View>
          )}
        </View>
        <StateView
          state={list.state}
          error={list.error}
          empty={<Empty title='还没有单位' hint='加上以后，才能给它录成绩。' />}
          onRetry={() => list.refresh()}
        >
          <Stale words={list.staleError} onRetry={() => list.refresh()} />
          <View className='card definition-lines'>
            {list.blocks.map((block) => (
              <View key={block[0]?.unitCode} className='desk-block'>
                {block.map((unit) => (
                  <Tap key={unit.unitCode} className='line-item' label={`改${unit.name}`} onClick={() => store.edit(unit)}>
                    <View className='grow'>
                      <View>{unit.name}</View>
                      <View className='second'>{unit.unitCode}</View>
                    </View>
                    <View className='second'>›</View>
                  </Tap>
                ))}
              </View>
            ))}
          </View>
          <More list={list} />
        </StateView>
      </View>
      {draft && (
        <View className='definition-form'>
          <UnitForm store={store} draft={draft} />
        </View>
      )}
    </View>
  )
})

type FormProps = { store: UnitsStore; draft: NonNullable<UnitsStore['draft']> }

const UnitForm = observer(function UnitForm({ store, draft }: FormProps) {
  return (
    <View className='card stack'>
      <View className='title'>{draft.isNew ? `加一个${unitKindWords[store.kind]}` : '改名称'}</View>
      {draft.isNew && (
        <Field name='编号，导入表格时用，定了就不能改'>
          <Line value={draft.code} label='编号' placeholder='比如：VC-01' most={40} onChange={(code) => store.change({ code })} />
        </Field>
      )}
      <Field name='名称'>
        <Line value={draft.name} label='名称' most={40} onChange={(name) => store.change({ name })} />
      </Field>
      <FieldError text={store.failure} />
      <View className='staff-buttons'>
        <Button plain onClick={() => store.close()}>
          不改了
        </Button>
        <Button busy={store.busy && '正在保存…'} onClick={() => store.save()}>
          保存
        </Button>
      </View>
    </View>
  )
})
