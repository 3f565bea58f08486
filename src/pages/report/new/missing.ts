import type { Category } from '../../../../contract/report'
import type { Draft } from '../draft'

/** Fields of the form; named as in the body of the call, so a problem of the API finds its place. */
export type Field = 'photoIds' | 'compoundCode' | 'building' | 'floor' | 'spot' | 'location' | 'text' | 'happenedAt' | 'categoryCode'

/** What has to be mended before a report can be sent, field by field. */
export function missingIn(draft: Draft, category: Category | undefined, pictures: number): Partial<Record<Field, string>> {
  const missing: Partial<Record<Field, string>> = {}
  if (category?.evidence === 'photo' && pictures === 0) missing.photoIds = '请至少拍一张照片，处理的人才看得清。'
  if (!draft.compound) missing.compoundCode = '请选择在哪个小区。'
  if (!draft.text.trim() && pictures === 0 && !missing.photoIds) missing.text = '请写一句发生了什么，或拍张照片。'
  return missing
}
