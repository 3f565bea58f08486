import Taro from '@tarojs/taro'
import { Empty } from '@/components/state-view'
import { homeUrl } from './urls'

type Props = { title: string; hint: string }

/** There is no such thing on the boards; the way to what there is. */
export const NotThere = ({ title, hint }: Props) => (
  <Empty title={title} hint={hint} action='看别的榜单' onAction={() => Taro.redirectTo({ url: homeUrl })} />
)

/** The board ranks no such unit. */
export const NoSuchUnit = () => <NotThere title='这个榜上没有它' hint='可能这一期没有排它，或者榜单已经撤了。' />
