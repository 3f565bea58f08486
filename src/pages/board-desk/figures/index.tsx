import { useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { DeskPage } from '../desk-page'
import { FiguresView } from './figures-view'

/** A period's figures: from a file, or by hand; what ranks they give; and on to the review. */
export default observer(function BoardFigures() {
  const { params } = useRouter()
  const address = { code: params.code ?? '', period: params.period ?? '' }
  return <DeskPage at='figures'>{() => <FiguresView address={address} alone />}</DeskPage>
})
