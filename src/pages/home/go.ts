import Taro from '@tarojs/taro'
import { needSession } from '@/session/need-session'

export const go = (url: string) => Taro.navigateTo({ url })

/** Goes where only somebody signed in may go; a guest is led to sign in. */
export const goSignedIn = (url: string) => {
  if (needSession()) go(url)
}

export const openMatter = (id: string) => go(`/pages/report/detail/index?id=${id}`)
