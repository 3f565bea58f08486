const url = (page: string, parts: Record<string, string> = {}): string => {
  const query = Object.entries(parts)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `/pages/board-desk/${page}/index${query ? `?${query}` : ''}`
}

/** A period of a board on its way. */
export interface DraftAddress {
  readonly code: string
  readonly period: string
}

export const deskUrl = url('desk')
export const appealsUrl = url('appeals')
export const definitionUrl = url('definition')
/** Where the figures of a period are written. */
export const figuresUrl = ({ code, period }: DraftAddress): string => url('figures', { code, period })
/** Where a second person looks at them. */
export const reviewUrl = ({ code, period }: DraftAddress): string => url('review', { code, period })
