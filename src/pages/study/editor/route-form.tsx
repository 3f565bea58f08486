import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field, FieldError, Line, Words } from '@/components/field'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { mostStops, type RoutesStore } from './routes-store'

/** One route: its name, and its stops in the order one walks them. */
export const RouteForm = observer(function RouteForm({ store }: { store: RoutesStore }) {
  const { draft, errors, failure, busy } = store
  if (!draft) return null
  return (
    <View className='card'>
      <View className='title'>{draft.isNew ? '新建路线' : '修改路线'}</View>
      <Field name='路线的名字' error={errors.name}>
        <Line value={draft.name} label='路线的名字' placeholder='比如：红色路线' most={40} onChange={(name) => store.change({ name })} />
      </Field>
      <Field name='介绍，可以不填'>
        <Words
          value={draft.about}
          label='路线介绍'
          placeholder='比如：从陈列馆走到麦浪旁，半天走完。'
          most={500}
          onChange={(about) => store.change({ about })}
        />
      </Field>
      <Stops store={store} />
      <View className='stack editor-gap'>
        <FieldError text={failure} />
        <View className='staff-buttons'>
          <Button plain disabled={busy !== null} onClick={() => store.close()}>
            不改了
          </Button>
          <Button busy={busy === 'save' && '正在保存…'} onClick={() => store.save()}>
            保存
          </Button>
        </View>
        {!draft.isNew && <Removal store={store} />}
      </View>
    </View>
  )
})

const Stops = observer(function Stops({ store }: { store: RoutesStore }) {
  const { draft, errors, others, sites } = store
  const [adding, setAdding] = useState(false)
  const stops = draft?.stops ?? []
  return (
    <Field name='按顺序排好各站' error={errors.stops}>
      {stops.map(({ id, name }, at) => (
        <View key={id} className='line-item'>
          <View className='grow'>
            {at + 1}. {name}
          </View>
          {at > 0 && (
            <Tap className='text-link' label={`${name}往前一站`} onClick={() => store.raise(at)}>
              往前
            </Tap>
          )}
          <Tap className='text-link' label={`去掉${name}`} onClick={() => store.remove(at)}>
            去掉
          </Tap>
        </View>
      ))}
      {stops.length < mostStops && !adding && (
        <View className='editor-gap'>
          <Button plain onClick={() => setAdding(true)}>
            加一站
          </Button>
        </View>
      )}
      {adding && (
        <View className='stack editor-gap'>
          <StateView state={sites.state} error={sites.error} onRetry={() => sites.refresh()} skeleton={1}>
            {others.length === 0 && <View className='second'>本街镇的学习点都在路线里了。</View>}
            <Choices
              name='加哪一站'
              choices={others.map(({ id, name }) => ({ value: id, text: name }))}
              chosen={null}
              onChoose={(id) => {
                const site = others.find((one) => one.id === id)
                if (site) store.add(site)
                setAdding(false)
              }}
            />
          </StateView>
          <Button plain onClick={() => setAdding(false)}>
            先不加
          </Button>
        </View>
      )}
    </Field>
  )
})

const Removal = observer(function Removal({ store }: { store: RoutesStore }) {
  const [sure, setSure] = useState(false)
  if (!sure) {
    return (
      <Button plain onClick={() => setSure(true)}>
        删掉这条路线
      </Button>
    )
  }
  return (
    <View className='stack'>
      <View>删掉后大家就看不到了；走过的人得的积分还在。确定吗？</View>
      <Button busy={store.busy === 'delete' && '正在删…'} onClick={() => store.delete()}>
        确定删掉
      </Button>
    </View>
  )
})
