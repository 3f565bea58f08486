import Taro from '@tarojs/taro'
import { session } from './session'

/** Leads a guest to the sign-in page and says whether somebody is signed in. */
export function needSession(): boolean {
  if (session.status === 'signed-in') return true
  Taro.navigateTo({ url: '/pages/account/sign-in/index' })
  return false
}
