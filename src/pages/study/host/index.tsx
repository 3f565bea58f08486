import { observer } from 'mobx-react-lite'
import { StaffPage } from '../staff-page'
import { SiteChoice } from '../staff-site-choice'
import { HostView } from './host-view'
import './index.scss'

/** For who looks after a site: the code that changes, the sheet to print, and checking in by hand. */
export default observer(function StudyHost() {
  return <StaffPage at='host'>{() => <SiteChoice>{(site) => <HostView site={site} />}</SiteChoice>}</StaffPage>
})
