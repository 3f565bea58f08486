import type { Action } from '../../../../contract/report'

/** What an action must carry, in the order of the form; the server's table of transitions decides, this only asks for it beforehand. */
export type Ask = 'note' | 'photo' | 'assignee' | 'until' | 'into'

const asks: Partial<Record<Action, readonly Ask[]>> = {
  dispatch: ['assignee'],
  handle: ['photo', 'note'],
  return: ['note'],
  suspend: ['until', 'note'],
  reject: ['note'],
  merge: ['into'],
  supervise: ['note'],
  reopen: ['note'],
  comment: ['note'],
}

export const asksOf = (action: Action): readonly Ask[] => asks[action] ?? []

/** Actions that may carry pictures. */
const pictured: readonly Action[] = ['handle', 'verify', 'reopen', 'comment', 'return']
export const mayCarryPhotos = (action: Action): boolean => pictured.includes(action)

/** What to say when it is missing. */
export const askWords: Record<Ask, string> = {
  note: '请写一句说明。',
  photo: '请拍一张处置后的照片。',
  assignee: '请选择由谁主办。',
  until: '请选择到哪一天。',
  into: '请选择并到哪一件。',
}

/** What the note is called for this action. */
export const noteNames: Partial<Record<Action, string>> = {
  handle: '怎么处置的',
  verify: '核查情况（可不填）',
  close: '结案意见（可不填）',
  dispatch: '要说明的（可不填）',
  merge: '说明（可不填）',
  comment: '补充说明',
  supervise: '督办意见',
  reopen: '哪里还没解决',
}
