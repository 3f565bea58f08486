import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import type { DropOff } from '../../../contract/sorting'

const keptAs = 'sorting-drop-off'

/** A compound's drop-off; the last one that was looked at is known without a network. */
export function dropOffOf(compoundCode: string): Loadable<DropOff> {
  const kept = recall<DropOff | null>(keptAs, null)
  return new Loadable(() => load(compoundCode), kept?.compoundCode === compoundCode ? kept : null)
}

async function load(compoundCode: string): Promise<DropOff> {
  const dropOff = await call('GET /sorting/drop-offs/:compoundCode', { params: { compoundCode } })
  keep(keptAs, dropOff)
  return dropOff
}
