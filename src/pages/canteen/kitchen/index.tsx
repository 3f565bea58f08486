import { observer } from 'mobx-react-lite'
import { StaffPage } from '../staff-page'
import { KitchenView } from './kitchen-view'
import './index.scss'

/** What to cook: totals per dish and window, notes, allergens, deliveries; on paper and as a workbook too. */
export default observer(function Kitchen() {
  return <StaffPage at='kitchen'>{(canteenId, hours) => <KitchenView key={canteenId} canteenId={canteenId} hours={hours} />}</StaffPage>
})
