import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { grouped } from '@/lib/money'
import { periodText } from '@/lib/periods'
import type { BoardFacts, BoardImport } from '../../../../contract/board'
import { ImportPreview } from './import-preview'
import type { ImportStore, Refused } from './import-store'

type Props = { store: ImportStore; board: BoardFacts | null; onKept: () => void }

/** Figures out of a file: sent, read, looked at, kept. */
export const ImportCard = observer(function ImportCard({ store, board, onKept }: Props) {
  useEffect(() => {
    store.open()
    return () => store.close()
  }, [store])
  const { file, refused } = store
  if (file?.state === 'ready') return <ImportPreview store={store} board={board} file={file} onKept={onKept} />
  return (
    <View className='card stack'>
      <View className='title'>用表格录</View>
      {!file && !refused && <Choose store={store} />}
      {file?.state === 'reading' && <Reading store={store} file={file} />}
      {refused && <Refusal store={store} refused={refused} />}
      {!store.isLost && <FieldError text={store.failure} />}
    </View>
  )
})

const Choose = observer(function Choose({ store }: { store: ImportStore }) {
  const { busy, percent, kept } = store
  return (
    <View className='stack'>
      <View className='second'>先下载模板，填好成绩再传上来。传上来只是看看，确认了才放进草稿。</View>
      <View className='staff-buttons'>
        <Button plain busy={busy === 'template' && '正在下载…'} onClick={() => store.openTemplate()}>
          下载模板
        </Button>
        <Button busy={busy === 'send' && (percent > 0 && percent < 100 ? `已传 ${percent}%` : '正在检查…')} onClick={() => store.choose()}>
          选表格
        </Button>
      </View>
      {kept.length > 0 && (
        <View className='staff-done' {...roleOf('status')}>
          <Icon name='check' />
          <View className='grow'>放进草稿了：{kept.map(periodText).join('、')}。看过名次，再交审核。</View>
        </View>
      )}
    </View>
  )
})

type FileProps = { store: ImportStore; file: BoardImport }

const Reading = observer(function Reading({ store, file }: FileProps) {
  return (
    <View className='stack' {...roleOf('status')}>
      <View>正在一行一行检查，已经看了 {grouped(file.rows)} 行。</View>
      {store.isLost ? (
        <View className='stack'>
          <FieldError text={store.failure} />
          <Button plain onClick={() => store.follow()}>
            重试，看检查到哪里了
          </Button>
        </View>
      ) : (
        <View className='second'>行数多的要等一会儿，不用一直看着。</View>
      )}
      <Button plain onClick={() => store.drop()}>
        不要这个表格了
      </Button>
    </View>
  )
})

/** Each bad row with its number and reason, and the way to try again. */
const Refusal = observer(function Refusal({ store, refused }: { store: ImportStore; refused: Refused }) {
  return (
    <View className='stack'>
      <View className='import-refused' {...roleOf('alert')}>
        {refused.words}改好再传一次。
      </View>
      <View className='import-faults'>
        {refused.faults.map((fault) => (
          <View key={fault} className='import-fault'>
            {fault}
          </View>
        ))}
      </View>
      <View className='staff-buttons'>
        <Button plain onClick={() => store.drop()}>
          先不传了
        </Button>
        <Button busy={store.busy === 'send' && '正在检查…'} onClick={() => store.choose()}>
          再选表格
        </Button>
      </View>
    </View>
  )
})
