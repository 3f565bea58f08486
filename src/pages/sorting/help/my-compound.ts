import { session } from '@/session/session'

/** The compound I live in, or else the one I look after. */
export function myCompound(): { readonly code: string; readonly name: string } | null {
  const { home, grants } = session.person ?? {}
  if (home?.compoundCode) return { code: home.compoundCode, name: home.compoundName ?? '我的小区' }
  const kept = grants?.find(({ role }) => role === 'property')
  return kept ? { code: kept.scopeCode, name: kept.scopeName } : null
}

/** Whether I may write the drop-off of a compound, or of any where none is named. The server decides. */
export const mayWrite = (compoundCode?: string): boolean =>
  session.person?.grants.some(
    ({ role, scopeCode }) => role === 'admin' || (role === 'property' && (!compoundCode || scopeCode === compoundCode)),
  ) ?? false
