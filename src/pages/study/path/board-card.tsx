import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { FieldError } from '@/components/field'
import { Tap } from '@/components/tap'
import { wordsOf } from '@/lib/problem'
import { session } from '@/session/session'

/** Whether boards may write my nickname. */
export const BoardCard = observer(function BoardCard() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const shown = session.person?.nameOnBoards ?? false
  const turn = async () => {
    if (busy) return
    setBusy(true)
    setError(await session.update({ nameOnBoards: !shown }).then(() => null, wordsOf))
    setBusy(false)
  }
  return (
    <View className='card'>
      <Tap className='row board-line' role='switch' checked={shown} label='榜单上写我的昵称' onClick={turn}>
        <View className='grow'>
          <View className='title'>榜单上写我的昵称</View>
          <View className='second'>打开后，街镇和支部的学习榜单会写您的昵称；关着就只算成绩，不写名字。</View>
        </View>
        <View className={`choice ${shown ? 'choice-on' : 'board-off'}`}>{busy ? '正在改…' : shown ? '✓ 写' : '不写'}</View>
      </Tap>
      <FieldError text={error} />
    </View>
  )
})
