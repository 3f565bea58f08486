import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { StateView } from '@/components/state-view'
import { EditorStore } from './editor-store'
import { FactsCard } from './facts-card'
import { HoursCard } from './hours-card'
import { PhotosCard } from './photos-card'
import { WaysCard } from './ways-card'

/** A site that is there. */
export const SiteEditor = observer(function SiteEditor({ id }: { id: string }) {
  const [store] = useState(() => new EditorStore(id))
  useEffect(() => {
    store.load()
  }, [store])
  return (
    <StateView state={store.draft ? 'content' : store.site.state} error={store.site.error} onRetry={() => store.load()}>
      <Form store={store} />
    </StateView>
  )
})

export const NewSite = observer(function NewSite({ onClose }: { onClose: () => void }) {
  const [store] = useState(() => new EditorStore(null))
  return <Form store={store} onClose={onClose} />
})

const Form = observer(function Form({ store, onClose }: { store: EditorStore; onClose?: () => void }) {
  const { draft, errors, failure, busy, saved } = store
  if (!draft) return null
  return (
    <View className='with-foot'>
      <View className='editor-cards'>
        <FactsCard store={store} draft={draft} />
        <View>
          <HoursCard store={store} draft={draft} />
          <WaysCard store={store} draft={draft} />
          <PhotosCard store={store} draft={draft} />
        </View>
      </View>
      <View className='foot'>
        <FieldError text={failure ?? (Object.keys(errors).length > 0 ? '有几处要改一改，见上面红字。' : null)} />
        {saved && (
          <View className='staff-done' {...roleOf('status')}>
            <Icon name='check' />
            保存好了，大家马上看得到。
          </View>
        )}
        <View className='staff-buttons'>
          {onClose && (
            <Button plain onClick={onClose}>
              {saved ? '回到列表' : '不建了'}
            </Button>
          )}
          {!(onClose && saved) && (
            <Button busy={busy === 'save' && '正在保存…'} onClick={() => store.save()}>
              保存
            </Button>
          )}
        </View>
      </View>
    </View>
  )
})
