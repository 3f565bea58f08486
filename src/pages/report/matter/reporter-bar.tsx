import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import type { Report } from '../../../../contract/report'
import { actionWords } from '../labels'

/** For who reported it, as long as it is open. */
export const ReporterBar = ({ report }: { report: Report }) =>
  report.actions.includes('comment') ? (
    <View className='foot'>
      <Button plain onClick={() => Taro.navigateTo({ url: `/pages/report/handle/index?id=${report.id}&action=comment` })}>
        {actionWords.comment}
      </Button>
    </View>
  ) : null
