const url = (page: string, parts: Record<string, string | null | undefined> = {}): string => {
  const query = Object.entries(parts)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&')
  return `/pages/board/${page}/index${query ? `?${query}` : ''}`
}

/** A board of a town, at its last period unless one is named; `unit` comes first on it. */
export interface BoardAddress {
  readonly town: string
  readonly code: string
  readonly period?: string | null
  readonly unit?: string | null
}
export type UnitAddress = BoardAddress & { readonly unit: string }

export const homeUrl = url('home')
export const boardUrl = ({ town, code, period, unit }: BoardAddress): string => url('board', { town, code, period, unit })
export const unitUrl = ({ town, code, period, unit }: UnitAddress): string => url('unit', { town, code, period, unit })
/** Two units side by side; the other one is chosen there where it is not named. */
export const compareUrl = ({ town, code, period, unit }: UnitAddress, other?: string): string =>
  url('compare', { town, code, period, unit, other })
/** The picture of a unit's place, to show others. */
export const shareUrl = ({ town, code, period, unit }: UnitAddress): string => url('share', { town, code, period, unit })
/** What goes into which bin, and where and when it is collected. */
export const sortingUrl = '/pages/sorting/help/index'
/** Where the staff make the boards. */
export const deskUrl = '/pages/board-desk/desk/index'
