import { useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { DeskPage } from '../desk-page'
import { ReviewView } from './review-view'

/** A second person looks at a period and publishes it, or sends it back. */
export default observer(function BoardReview() {
  const { params } = useRouter()
  const address = { code: params.code ?? '', period: params.period ?? '' }
  return <DeskPage at='review'>{() => <ReviewView address={address} alone />}</DeskPage>
})
