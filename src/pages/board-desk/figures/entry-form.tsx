import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Confirm } from '@/components/confirm'
import { Field, FieldError, Words } from '@/components/field'
import { Figure } from '@/components/figure'
import type { BoardFacts } from '../../../../contract/board'
import { askedOf, asksSample, type EntryDraft } from './entry-draft'
import type { EntryStore } from './entry-store'
import { EvidenceField } from './evidence-field'

type Props = {
  store: EntryStore
  board: BoardFacts
  /** The figures come from elsewhere. */
  computed: boolean
  onSaved: () => void
}

/** A unit's figures by hand: each part, what holds it down, why, and the pictures that show it. */
export const EntryForm = observer(function EntryForm({ store, board, computed, onSaved }: Props) {
  const { draft, unit } = store
  if (!draft || !unit) return null
  return (
    <View className='with-foot entry'>
      <View className='card'>
        <View className='title'>{unit.name}</View>
        {computed ? (
          <View className='second'>这一期的成绩由系统算，不能手填。可以写原因、备注，放照片。</View>
        ) : (
          <Figures store={store} board={board} draft={draft} />
        )}
        <Why store={store} board={board} draft={draft} />
        <EvidenceField store={store} photos={draft.photos} />
        {unit.written && !computed && (
          <View className='entry-remove'>
            <Confirm
              title='去掉这个单位的成绩'
              words={`去掉以后，${unit.name}这一期没有成绩，不排名。`}
              yes='去掉'
              busy={store.busy === 'remove' && '正在去掉…'}
              onYes={async () => (await store.remove()) && onSaved()}
            />
          </View>
        )}
      </View>
      <View className='foot'>
        <FieldError text={store.failure ?? (Object.keys(store.faults).length > 0 ? '有几处要改一改，见上面红字。' : null)} />
        <View className='staff-buttons'>
          <Button plain onClick={() => store.close()}>
            不改了
          </Button>
          <Button busy={store.busy === 'save' && '正在保存…'} onClick={async () => (await store.save(computed)) && onSaved()}>
            保存成绩
          </Button>
        </View>
      </View>
    </View>
  )
})

type PartProps = { store: EntryStore; board: BoardFacts; draft: EntryDraft }

const Figures = observer(function Figures({ store, board, draft }: PartProps) {
  return (
    <>
      {askedOf(board).map(({ key, name, hint }) => (
        <Field key={key} name={hint ? `${name}（${hint}）` : name} error={store.faults[key]}>
          <Figure
            value={draft.figures[key] ?? ''}
            label={name}
            placeholder='比如：38.2'
            most={20}
            fraction
            onChange={(text) => store.setFigure(key, text)}
          />
        </Field>
      ))}
      {(asksSample(board) || draft.sample !== '') && (
        <Field name={`样本数（少于 ${board.minimumSample} 不排名）`} error={store.faults.sample}>
          <Figure value={draft.sample} label='样本数' placeholder='比如：12' most={7} onChange={(sample) => store.change({ sample })} />
        </Field>
      )}
      {board.vetoes.length > 0 && (
        <Field name='一票否决，有就点上' error={store.faults.vetoes}>
          <Chips
            choices={board.vetoes.map(({ key, name }) => ({ value: key, text: name }))}
            chosen={draft.vetoes}
            onChoose={(key) => store.toggleVeto(key)}
          />
        </Field>
      )}
    </>
  )
})

const Why = observer(function Why({ store, board, draft }: PartProps) {
  return (
    <>
      <Field name={board.blackLine === null ? '原因，大家看得到，可以不写' : '原因，大家看得到，上黑榜必须写'} error={store.faults.reason}>
        <Words
          value={draft.reason}
          label='原因，大家看得到'
          placeholder='比如：两次抽查都有混投'
          most={200}
          onChange={(reason) => store.change({ reason })}
        />
      </Field>
      <Field name='备注，可以不写' error={store.faults.note}>
        <Words
          value={draft.note}
          label='备注'
          placeholder='比如：10 月 12 日、26 日两次检查的平均'
          most={200}
          onChange={(note) => store.change({ note })}
        />
      </Field>
    </>
  )
})
