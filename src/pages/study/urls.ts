import type { SiteKind } from '../../../contract/study'

const url = (page: string, parts: Record<string, string | null | undefined> = {}): string => {
  const query = Object.entries(parts)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&')
  return `/pages/study/${page}/index${query ? `?${query}` : ''}`
}

export const homeUrl = url('home')
/** All sites, or those of a kind. */
export const mapUrl = (kind?: SiteKind | null): string => url('map', { kind })
export const siteUrl = (id: string): string => url('site', { id })
/** Where one checks in; with what was read already. The host's code holds this, below the address of the app. */
export const checkInUrl = (read: { readonly site?: string | undefined; readonly code?: string | undefined } = {}): string =>
  url('check-in', read)
export const pathUrl = url('path')
/** The picture of my path, to show others. */
export const shareUrl = url('share')
/** The wall of the red mailbox; at one of them where it is named. */
export const mailboxUrl = (siteId?: string): string => url('mailbox', { site: siteId })
/** Cards that wait for a reviewer. */
export const mailboxReviewUrl = url('mailbox-review')
export const learningUrl = url('learning')
export const quizUrl = url('quiz')

export const hostUrl = (siteId?: string): string => url('host', { site: siteId })
export const branchUrl = url('branch')
export const doubtfulUrl = url('doubtful')
/** Where a member writes down this month's 学习强国 total. */
export const xuexiUrl = url('xuexi')
export const editorUrl = (siteId?: string): string => url('editor', { site: siteId })
