const ending = /(居民委员会|村民委员会|居委会|村委会)$/

/** What the name of a residents' or villagers' committee tells: 爱博四村居委会 -> 爱博四村, residents. */
export function readCommittee(name: string): { shortName: string; kind: 'residents' | 'villagers' } {
  return { shortName: name.replace(ending, '') || name, kind: /(村民委员会|村委会)$/.test(name) ? 'villagers' : 'residents' }
}
