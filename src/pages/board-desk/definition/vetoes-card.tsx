import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError, Line } from '@/components/field'
import { Figure } from '@/components/figure'
import { Tap } from '@/components/tap'
import type { BoardVeto } from '../../../../contract/board'
import { newVeto } from './definition-draft'
import type { CardProps } from './definition-form'

const mostVetoes = 12

/** What holds a score down, whatever the parts say. */
export const VetoesCard = observer(function VetoesCard({ store, draft }: CardProps) {
  const { vetoes } = draft
  const set = (key: string, change: Partial<BoardVeto>) =>
    store.change({ vetoes: vetoes.map((veto) => (veto.key === key ? { ...veto, ...change } : veto)) })
  return (
    <View className='card'>
      <View className='title'>一票否决</View>
      {vetoes.length === 0 && <View className='second'>没有。要是有，碰上的单位最高只记这么多分。</View>}
      {vetoes.map((veto, at) => (
        <View key={veto.key} className='definition-part'>
          <Line
            value={veto.name}
            label={`第 ${at + 1} 条否决`}
            placeholder='比如：混装混运'
            most={40}
            onChange={(name) => set(veto.key, { name })}
          />
          <View className='row definition-figures'>
            <View className='second'>最高记</View>
            <View className='grow'>
              <Figure
                value={veto.cap}
                label={`第 ${at + 1} 条最高记多少`}
                placeholder='59'
                most={16}
                fraction
                onChange={(cap) => set(veto.key, { cap })}
              />
            </View>
            <Tap
              className='text-link'
              label={`去掉第 ${at + 1} 条否决`}
              onClick={() => store.change({ vetoes: vetoes.filter(({ key }) => key !== veto.key) })}
            >
              去掉
            </Tap>
          </View>
        </View>
      ))}
      <FieldError text={store.faults.vetoes} />
      {vetoes.length < mostVetoes && (
        <View className='definition-add'>
          <Button plain onClick={() => store.change({ vetoes: [...vetoes, newVeto(vetoes)] })}>
            加一条否决
          </Button>
        </View>
      )}
    </View>
  )
})
