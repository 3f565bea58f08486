import { observer } from 'mobx-react-lite'
import { StaffPage } from '../staff-page'
import { CounterView } from './counter-view'
import './index.scss'

/** The counter: meals are handed over by four digits or a scanned code, with a network or without. */
export default observer(function Counter() {
  return <StaffPage at='counter'>{(canteenId, hours) => <CounterView key={canteenId} canteenId={canteenId} hours={hours} />}</StaffPage>
})
