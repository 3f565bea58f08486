import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import type { Report } from '../../../../contract/report'
import type { MatterStore } from '../matter-store'

/** For neighbours: 我也遇到 counts once and tells of every step; 关注 only tells. */
export const NeighbourCard = observer(function NeighbourCard({ store, report }: { store: MatterStore; report: Report }) {
  const { supported, followed, maySupport, supporters } = report
  return (
    <View className='card stack'>
      <View className='row'>
        <Icon name='people' />
        <View className='grow'>{supporters > 0 ? `${supporters} 位邻居也遇到` : '您也遇到了吗？'}</View>
      </View>
      {supported && <View className='good-word'>✓ 您也遇到，每一步进展都会告诉您。</View>}
      {maySupport && (
        <Button busy={store.doing === 'support' && '正在记下…'} onClick={() => store.support()}>
          我也遇到
        </Button>
      )}
      {!supported && (
        <Button plain busy={store.doing === 'follow' && '正在改…'} onClick={() => store.follow(!followed)}>
          {followed ? '✓ 已关注，点这里取消' : '关注进展'}
        </Button>
      )}
    </View>
  )
})
