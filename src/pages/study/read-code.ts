/** What was read or typed: a code of ours, by itself or in the address that a site's screen shows. */
export interface ReadCode {
  readonly code: string
  readonly siteId?: string
}

const plain = (text: string | undefined): string => {
  try {
    return decodeURIComponent(text ?? '')
  } catch {
    return text ?? ''
  }
}

/** The code in a text; null where there is none of a site. A mini-program code brings it as `scene`. */
export function readCode(text: string): ReadCode | null {
  const part = (name: string) => plain(new RegExp(`[?&#]${name}=([^&#\\s]+)`).exec(text)?.[1])
  const code = (part('code') || part('scene') || plain(text)).replace(/\s/g, '')
  if (!/^J[SF]1\.[\w.-]{1,190}$/.test(code)) return null
  return part('site') ? { code, siteId: part('site') } : { code }
}

/** A printed code counts with a position only; one that changes shows by itself that one is there. */
export const needsPlace = (code: string): boolean => code.startsWith('JF1.')
