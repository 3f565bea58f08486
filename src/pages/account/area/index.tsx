import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Page } from '@/components/page'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { backOr } from '@/lib/back'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import { AreaSearch } from './area-search'
import { HomeForm } from './home-form'
import { HomeStore } from './home-store'
import './index.scss'

/** Where I live: the residential area, then compound, building and room as far as one likes to say. */
export default observer(function AreaPage() {
  if (session.person || session.status !== 'starting') return <HomeChooser />
  return (
    <Page>
      <StateView state='loading' onRetry={() => session.start()} />
    </Page>
  )
})

const HomeChooser = observer(function HomeChooser() {
  const [store] = useState(() => new HomeStore())
  const save = async () => {
    if (!needSession() || !(await store.save())) return
    Taro.showToast({ title: '已保存', icon: 'success' })
    backOr('/pages/mine/index')
  }
  if (!store.area) {
    return (
      <Page>
        <AreaSearch onChoose={(area) => store.choose(area)} />
      </Page>
    )
  }
  return (
    <Page>
      <View className='with-foot'>
        <View className='card row row-between'>
          <View className='grow'>
            <View className='second'>{store.area.townName}</View>
            <View className='title'>{store.area.shortName}</View>
          </View>
          <Tap className='card-link' label='换一个居民区' onClick={() => store.choose(null)}>
            换一个 ›
          </Tap>
        </View>
        <HomeForm store={store} />
        <View className='foot stack'>
          <FieldError text={store.error} />
          <Button busy={store.saving && '正在保存…'} onClick={save}>
            {session.status === 'guest' ? '登录后保存' : '保存住址'}
          </Button>
        </View>
      </View>
    </Page>
  )
})
