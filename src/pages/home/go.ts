import Taro from '@tarojs/taro'
import type { AppService } from '@/services'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'

export const go = (url: string) => Taro.navigateTo({ url })

/** Goes where only somebody signed in may go; a guest is led to sign in. */
export const goSignedIn = (url: string) => {
  if (needSession()) go(url)
}

export const openMatter = (id: string) => go(`/pages/report/detail/index?id=${id}`)

/** Opens a service by its tile; a guest is let in where there is something to look at. */
export function openService({ name, tile }: Pick<AppService, 'name' | 'tile'>): void {
  const url = `/pages/${name}/${tile?.page}/index`
  if (tile?.open) go(url)
  else goSignedIn(url)
}

/** Whether the person works at a canteen's counter. */
export const servesMeals = (): boolean => session.person?.grants.some(({ role }) => role === 'canteen_staff') ?? false
