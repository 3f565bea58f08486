import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { download } from '@/lib/download'
import { inWeChat, openWorkbook } from '@/lib/platform'
import { wordsOf } from '@/lib/problem'
import type { BoardEdition, BoardFacts } from '../../../../contract/board'
import { periodText } from '../periods'

type Props = { board: BoardFacts; edition: BoardEdition }

/** The published board as a table to work with, in a browser: WeChat opens no such file. */
export function ExportLink({ board: { townCode, code, name }, edition: { state, period } }: Props) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  if (inWeChat || state !== 'published') return null
  const save = async () => {
    setBusy(true)
    setError(
      await download(`/boards/${code}/export?town=${townCode}&period=${period}`)
        .then((file) => openWorkbook(file, `${name} ${periodText(period)}.csv`))
        .then(() => null, wordsOf),
    )
    setBusy(false)
  }
  return (
    <View className='rows-export'>
      <Button plain busy={busy && '正在下载…'} onClick={save}>
        下载这一期的表格（CSV）
      </Button>
      <FieldError text={error} />
    </View>
  )
}
