import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { type ReactNode, useEffect, useState } from 'react'
import { Choices } from '@/components/choices'
import { Empty, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { type StaffSite, StaffSites } from './staff-sites'

/** One of the person's sites; who has several chooses. Its content is drawn anew for another one. */
export const SiteChoice = observer(function SiteChoice({ children }: { children: (site: StaffSite) => ReactNode }) {
  const { params } = useRouter()
  const [store] = useState(() => new StaffSites(params.site))
  const [choosing, setChoosing] = useState(false)
  useEffect(() => {
    store.load()
  }, [store])
  const { current, sites, town, isAdmin } = store
  const state = current || !isAdmin ? 'content' : town.state
  return (
    <StateView state={state} error={town.error} onRetry={() => store.load()}>
      {!current && <Empty title='还没有学习点' hint='在「学习点」里新建或导入，再回到这里。' />}
      {current && sites.length > 1 && (
        <View className='card screen-only'>
          <View className='row row-between'>
            <View className='title grow'>{current.name}</View>
            <Tap className='text-link' onClick={() => setChoosing(!choosing)}>
              {choosing ? '收起' : '换一个'}
            </Tap>
          </View>
          {choosing && (
            <Choices
              name='学习点'
              choices={sites.map(({ id, name }) => ({ value: id, text: name }))}
              chosen={current.id}
              onChoose={(id) => {
                store.choose(id)
                setChoosing(false)
              }}
            />
          )}
        </View>
      )}
      {current && <View key={current.id}>{children(current)}</View>}
    </StateView>
  )
})
