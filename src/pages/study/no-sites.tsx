import { observer } from 'mobx-react-lite'
import { Empty } from '@/components/state-view'
import type { SitesStore } from './sites-store'

/** No site fits what was chosen, or there is none at all. */
export const NoSites = observer(function NoSites({ sites }: { sites: SitesStore }) {
  if (!sites.kind && !sites.openOnly) return <Empty title='还没有学习点' hint='开了学习点，会出现在这里。' />
  const all = () => sites.filter({ kind: null, openOnly: false })
  return <Empty title='没有这样的学习点' hint='换一个类别，或看看全部。' action='看全部' onAction={all} />
})
