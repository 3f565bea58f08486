import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { roleOf } from '@/components/role'
import { BasicsCard } from './basics-card'
import type { DefinitionDraft } from './definition-draft'
import type { DefinitionStore } from './definition-store'
import { LinesCard } from './lines-card'
import { PartsCard } from './parts-card'
import { VetoesCard } from './vetoes-card'

export type CardProps = { store: DefinitionStore; draft: DefinitionDraft }

/** One board: what it ranks, what the score is made of, and the lines. */
export const DefinitionForm = observer(function DefinitionForm({ store, draft }: CardProps) {
  const { failure, faults, busy, conflict } = store
  return (
    <View className='with-foot'>
      <BasicsCard store={store} draft={draft} />
      {draft.unitKind !== null && (
        <View>
          <PartsCard store={store} draft={draft} />
          <VetoesCard store={store} draft={draft} />
          <LinesCard store={store} draft={draft} />
        </View>
      )}
      <View className='foot'>
        {conflict && <ConflictPart store={store} />}
        <FieldError text={failure ?? (Object.keys(faults).length > 0 ? '有几处要改一改，见上面红字。' : null)} />
        {!conflict && (
          <View className='staff-buttons'>
            <Button plain onClick={() => store.close()}>
              不改了
            </Button>
            <Button busy={busy === 'save' && '正在保存…'} onClick={() => store.save()}>
              保存
            </Button>
          </View>
        )}
      </View>
    </View>
  )
})

/** Somebody else was faster: what they changed, and whose shall stand. */
const ConflictPart = observer(function ConflictPart({ store }: { store: DefinitionStore }) {
  const changed = store.conflict?.changed ?? []
  return (
    <View className='stack' {...roleOf('alert')}>
      <View className='definition-conflict'>
        别人刚改过这个榜{changed.length > 0 ? `，改了：${changed.join('、')}` : ''}。您改的还没有保存。
      </View>
      <View className='staff-buttons'>
        <Button plain onClick={() => store.yield()}>
          用别人改的
        </Button>
        <Button busy={store.busy === 'save' && '正在保存…'} onClick={() => store.insist()}>
          用我改的
        </Button>
      </View>
    </View>
  )
})
