import { observer } from 'mobx-react-lite'
import { StaffPage } from '../staff-page'
import { EditorView } from './editor-view'
import './index.scss'

/** The menus of the weeks to come, and the dishes that they are made of. */
export default observer(function Editor() {
  return <StaffPage at='editor'>{(canteenId, hours) => <EditorView key={canteenId} canteenId={canteenId} hours={hours} />}</StaffPage>
})
