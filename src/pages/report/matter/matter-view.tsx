import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { FieldError } from '@/components/field'
import { Empty, StateView } from '@/components/state-view'
import type { Report } from '../../../../contract/report'
import type { MatterStore } from '../matter-store'
import { isHandler } from '../next-action'
import { toHome } from '../to-home'
import { ContactCard } from './contact-card'
import { EvidenceCard } from './evidence-card'
import { HandlerBar } from './handler-bar'
import { HeadCard } from './head-card'
import { NeighbourCard } from './neighbour-card'
import { RatingCard } from './rating-card'
import { ReporterBar } from './reporter-bar'
import { Timeline } from './timeline'
import './matter.scss'

/** Everything of one matter: a page of its own, or the right half of the worklist. */
export const MatterView = observer(function MatterView({ store }: { store: MatterStore }) {
  const { report } = store
  if (!store.id || (report.isMissing && !report.value)) return <Missing />
  return (
    <StateView state={report.state} error={report.error} onRetry={() => store.refresh()}>
      {report.value && <Content store={store} report={report.value} />}
    </StateView>
  )
})

const Missing = () => <Empty title='没有找到这件事' hint='可能地址不完整，或者这件事只有上报人能看。' action='回首页' onAction={toHome} />

const Content = observer(function Content({ store, report }: { store: MatterStore; report: Report }) {
  const handler = isHandler(report)
  return (
    <View className='with-foot'>
      <HeadCard report={report} />
      {store.failure && (
        <View className='card'>
          <FieldError text={store.failure} />
        </View>
      )}
      <RatingCard store={store} report={report} />
      {report.mayContact && <ContactCard store={store} />}
      <Timeline store={store} report={report} />
      {!report.mine && !handler && <NeighbourCard store={store} report={report} />}
      <EvidenceCard store={store} report={report} />
      {handler ? <HandlerBar store={store} report={report} /> : <ReporterBar report={report} />}
    </View>
  )
})
