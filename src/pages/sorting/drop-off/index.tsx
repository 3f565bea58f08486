import { useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { StaffPage } from '@/components/staff-page'
import { CompoundChoice } from './compound-choice'
import { DropOffForm } from './drop-off-form'
import '../../../styles/staff.scss'
import './index.scss'

const here = { url: '/pages/sorting/drop-off/index', title: '投放点', roles: ['property', 'admin'] } as const

/** The compound's property company, or the town's admin, writes where and when rubbish is taken. */
export default observer(function SortingDropOff() {
  const { params } = useRouter()
  return (
    <StaffPage
      service='board'
      at={here}
      places={[here]}
      hint='物业和街镇管理员登录后，在这里写投放点和时间。'
      refusal={{ title: '这里是物业用的', hint: '投放点由小区的物业或街镇管理员来写。时间写错了，请告诉物业。' }}
    >
      {() => <CompoundChoice named={params.compound}>{(code) => <DropOffForm key={code} code={code} />}</CompoundChoice>}
    </StaffPage>
  )
})
