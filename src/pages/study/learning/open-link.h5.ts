export const openHint = '点一下，在新页面打开'

/** In a page of its own, which cannot reach back to this one. */
export async function openLink(url: string): Promise<string> {
  window.open(url, '_blank', 'noopener,noreferrer')
  return '已在新页面打开。'
}
