import { stateWords } from '@/lib/matter'
import type { Action, EventKind, HandlerKind, Privacy, ReportCard, ReportEvent, Shelf, State } from '../../../contract/report'

/** Who handles a category, as people call them. */
export const handlerWords: Record<HandlerKind, string> = {
  grid_worker: '网格员',
  property: '物业',
  neighborhood: '居委会',
  city_mgmt: '城管',
  housing_office: '房管部门',
  petition_office: '信访窗口',
}

/** 5 分钟, 24 小时, 7 天 */
export function limitText(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  return minutes <= 24 * 60 ? `${Math.round(minutes / 60)} 小时` : `${Math.round(minutes / 60 / 24)} 天`
}

export const promiseText = (limitMinutes: number): string => `承诺 ${limitText(limitMinutes)}内处置`

/** What a reporter should know of who sees it; nothing where neighbours see all. */
export const privacyWords: Partial<Record<Privacy, string>> = {
  masked: '邻居只看到有这件事，看不到照片和文字。',
  private: '只有您和处理的人能看到，邻居看不到。',
}

/** An action as the words of its button. */
export const actionWords: Record<Action, string> = {
  accept: '接单',
  file: '立案',
  dispatch: '派单',
  arrive: '我到现场了',
  handle: '处置完成',
  verify: '核查通过',
  close: '结案',
  return: '退回',
  suspend: '挂账',
  resume: '恢复办理',
  reject: '不予受理',
  merge: '并案',
  supervise: '督办',
  reopen: '还没解决，重新打开',
  comment: '补充说明',
}

/** What an action is for, for who chooses among them. */
export const actionHints: Partial<Record<Action, string>> = {
  dispatch: '交给物业、部门或别的网格去办',
  handle: '拍下处置后的样子',
  verify: '到现场看过，处置合格',
  return: '说明原因，退回去',
  suspend: '现在办不了，定个日子再办',
  reject: '不属于受理范围，说明原因',
  merge: '和另一件是同一件事',
  supervise: '提醒主办单位抓紧',
  comment: '写一句进展，可以带照片',
}

type Told = Pick<ReportEvent, 'kind' | 'from' | 'actor' | 'target'>

const eventWords: Record<EventKind, (event: Told) => string> = {
  report: ({ actor }) => (actor === '您' ? '您已上报' : `${actor}上报`),
  // who it was handed to takes it on; before that, it is taken in
  accept: ({ actor, from }) => (from === 'dispatched' ? `${actor}接单` : `${actor}已受理`),
  file: () => '已立案',
  dispatch: ({ target }) => `派给${target ?? '主办单位'}`,
  arrive: ({ actor }) => `${actor}到场处置`,
  handle: ({ actor }) => `${actor}处置完成`,
  verify: ({ actor }) => `${actor}核查通过`,
  close: () => '已结案',
  return: ({ actor }) => `${actor}退回，重新派遣`,
  suspend: ({ actor, target }) => `${actor}挂账到 ${target ?? '以后'}`,
  resume: () => '恢复办理',
  reject: () => '不予受理',
  merge: ({ target }) => `并入 ${target ?? '另一件'}`,
  supervise: ({ actor }) => `${actor}督办`,
  reopen: ({ actor }) => `${actor}说还没解决，重新打开`,
  comment: ({ actor }) => `${actor}补充说明`,
  support: ({ actor }) => `${actor}也遇到`,
  absorb: ({ target }) => `${target ?? '另一件'}并到这里`,
  overdue: () => '超过承诺时限，已提醒网格长',
  rate: ({ actor, target }) => `${actor}评了 ${target ?? '价'}`,
}

/** One line of the timeline, in people's words. */
export const eventText = (event: Told): string => eventWords[event.kind](event)

export const shelfWords: Record<Shelf, string> = { todo: '待处置', verify: '待核查', suspended: '挂账', done: '今日办结' }

/** Ready words for actions that must say why. */
const reasonWords: Partial<Record<Action, readonly string[]>> = {
  return: ['不归我们管', '地点不对', '照片看不清', '已经处理过'],
  reject: ['不在受理范围', '内容不实', '已有其他渠道在办'],
  suspend: ['等材料、等配件', '要联系的人不在', '天气原因', '需要施工，排队中'],
  supervise: ['快到时限，请抓紧', '已经超时，请立即处理', '居民多次反映'],
  reopen: ['又出现了', '只处理了一部分', '照片和现场不一样'],
  merge: ['同一地点同一件事'],
  verify: ['已到现场看过，处理好了', '电话问过上报人'],
  close: ['处置合格，结案'],
}
const notGoodEnough = ['没有处理干净', '照片和现场不一样', '缺处置后的照片']

/** Ready reasons; what is handled goes back because it is not good enough, everything else because it is somebody else's. */
export const reasonsFor = (action: Action, state: State | undefined): readonly string[] =>
  action === 'return' && state === 'handled' ? notGoodEnough : (reasonWords[action] ?? [])

/** The state alone; the countdown beside it says the rest. */
export const stateWord = ({ state, overdue }: Pick<ReportCard, 'state' | 'overdue'>): string =>
  overdue && state !== 'closed' ? `${stateWords[state]} · 已超时` : stateWords[state]
