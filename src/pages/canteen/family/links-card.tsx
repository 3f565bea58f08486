import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Tap } from '@/components/tap'
import { saidTime } from '@/lib/time'
import type { FamilyStore } from './family-store'

interface Link {
  readonly linkId: string
  readonly title: string
  readonly hint: string
  readonly since?: string
}
type Props = { store: FamilyStore; title: string; none: string; lines: Link[]; question: (title: string) => string }

/** One side of the consents; each can be ended, asked once more in place. */
export const LinksCard = observer(function LinksCard({ store, title, none, lines, question }: Props) {
  const [ending, setEnding] = useState<string | null>(null)
  return (
    <View className='card'>
      <View className='title'>{title}</View>
      {lines.length === 0 && <View className='second'>{none}</View>}
      {lines.map(({ linkId, title, hint, since }) => (
        <View key={linkId} className='family-line'>
          <View className='row row-between'>
            <View className='grow'>
              <View>{title}</View>
              <View className='second'>{hint || (since ? `${saidTime(since)}加的` : '')}</View>
            </View>
            {ending !== linkId && (
              <Tap className='text-link' label={`不再代订：${title}`} onClick={() => setEnding(linkId)}>
                不再代订
              </Tap>
            )}
          </View>
          {ending === linkId && (
            <View className='stack'>
              <View>{question(title)}</View>
              <View className='row'>
                <Button className='grow' plain disabled={store.doing !== null} onClick={() => setEnding(null)}>
                  留着
                </Button>
                <Button className='grow' busy={store.doing === 'end' && '正在结束…'} onClick={() => store.end(linkId)}>
                  确定
                </Button>
              </View>
              <FieldError text={store.failures.end} />
            </View>
          )}
        </View>
      ))}
    </View>
  )
})
