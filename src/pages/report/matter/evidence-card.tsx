import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import type { Evidence, Report } from '../../../../contract/report'
import type { MatterStore } from '../matter-store'
import { isHandler } from '../next-action'

const shownDigits = 16

/** Nothing that was written down was changed afterwards; whoever wants to know can have it checked. */
export const EvidenceCard = observer(function EvidenceCard({ store, report }: { store: MatterStore; report: Report }) {
  const { evidence } = store
  return (
    <View className='card'>
      {report.supporters > 0 && (report.mine || isHandler(report)) && (
        <View className='row evidence-people'>
          <Icon name='people' />
          <View className='grow'>{report.supporters} 位邻居也遇到</View>
        </View>
      )}
      <View className='row row-between row-wrap'>
        <View className='second grow'>每一步都记在证据链里</View>
        {!evidence.value && (
          <Tap className='text-link' onClick={() => evidence.refresh()}>
            {evidence.loading ? '正在核验…' : '点此核验 ›'}
          </Tap>
        )}
      </View>
      {evidence.value && <Verdict evidence={evidence.value} />}
      <FieldError text={evidence.value ? null : evidence.error} />
    </View>
  )
})

const Verdict = ({ evidence }: { evidence: Evidence }) => (
  <View className='verdict' {...roleOf('alert')}>
    <View className={`row ${evidence.valid ? 'good-word' : 'field-error'}`}>
      <Icon name={evidence.valid ? 'check' : 'alert'} />
      <View className='grow'>
        {evidence.valid
          ? `证据链完整：${evidence.events} 条记录、${evidence.photos} 张照片，没有被改动过。`
          : `第 ${evidence.brokenAt} 条记录对不上，请联系街镇管理员。`}
      </View>
    </View>
    <View className='hint'>核验码 {evidence.head.slice(0, shownDigits)}</View>
  </View>
)
