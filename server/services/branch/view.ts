import type { XuexiTotal, XuexiWaiting } from '../../../contract/branch'
import type { PhotoSigner } from '../../shared/photos'
import type { TotalRow } from './queries-xuexi'
import { lastBefore } from './rules-xuexi'

export function totalOf({ id, month, total, state, confirmed, photo, saidAt, note }: TotalRow, signer: PhotoSigner, now: Date): XuexiTotal {
  return { ...{ id, month, total, state, confirmed, saidAt, note }, photo: photo && signer.photo(photo, now) }
}

export const waitingOf = (row: TotalRow, readerId: string, signer: PhotoSigner, now: Date): XuexiWaiting => ({
  ...totalOf(row, signer, now),
  nickname: row.nickname,
  before: lastBefore(row.known, row.month),
  own: row.personId === readerId,
})
