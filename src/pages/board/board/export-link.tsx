import { View } from '@tarojs/components'
import { useState } from 'react'
import { FieldError } from '@/components/field'
import { Tap } from '@/components/tap'
import { download } from '@/lib/download'
import { periodText } from '@/lib/periods'
import { inWeChat, openWorkbook } from '@/lib/platform'
import { wordsOf } from '@/lib/problem'
import type { BoardEdition, BoardFacts } from '../../../../contract/board'

type Props = { board: BoardFacts; edition: BoardEdition }

/** The published board as a table to work with, in a browser: WeChat opens no such file. */
export function ExportLink({ board: { townCode, code, name }, edition: { state, period } }: Props) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  if (inWeChat || state !== 'published') return null
  const save = async () => {
    if (busy) return
    setBusy(true)
    setError(
      await download(`/boards/${code}/export?town=${townCode}&period=${period}`)
        .then((file) => openWorkbook(file, `${name} ${periodText(period)}.csv`))
        .then(() => null, wordsOf),
    )
    setBusy(false)
  }
  return (
    <View>
      <Tap className='card-link' label='下载这一期的表格' onClick={save}>
        {busy ? '正在下载…' : '下载表格'}
      </Tap>
      <FieldError text={error} />
    </View>
  )
}
