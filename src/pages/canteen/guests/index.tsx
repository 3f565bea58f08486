import { observer } from 'mobx-react-lite'
import { StaffPage } from '../staff-page'
import { GuestsView } from './guests-view'
import './index.scss'

/** A guest at the counter who shows six digits: papers, delivery, and a word about meals not collected. */
export default observer(function Guests() {
  return <StaffPage at='guests'>{(canteenId) => <GuestsView key={canteenId} canteenId={canteenId} />}</StaffPage>
})
