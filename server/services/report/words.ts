import type { Action, State } from '../../../contract/report'
import { roleNames } from '../../shared/role-names'
import type { EventRow } from './queries-events'
import type { Sight } from './sight'

/** The state of a matter in a refusal. */
export const stateWords: Readonly<Record<State, string>> = {
  submitted: '待受理',
  accepted: '已受理',
  filed: '已立案',
  dispatched: '已派遣',
  handling: '处置中',
  handled: '待核查',
  verified: '待结案',
  closed: '已结案',
  returned: '已退回',
  suspended: '已挂账',
  rejected: '不予受理',
  merged: '已并案',
  reopened: '已重开',
}

const shanghaiTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 11月21日 09:00 */
export function timeWords(moment: string): string {
  const parts = Object.fromEntries(shanghaiTime.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
  return `${parts.month}月${parts.day}日 ${parts.hour}:${parts.minute}`
}

type Acted = Pick<EventRow, 'actorId' | 'actorAs' | 'nickname' | 'unitName' | 'kind'>

/** Who did it, as the reader may know them. The names of residents are nobody's but their own; those of staff are for staff and the reporter. */
export function actorWords({ actorId, actorAs, nickname, unitName, kind }: Acted, readerId: string, sight: Sight): string {
  if (actorAs === 'system') return '系统'
  if (actorId === readerId) return '您'
  if (kind === 'support') return '一位居民'
  const [role = ''] = actorAs.split(':')
  if (role === 'reporter' || role === 'resident') return roleNames.resident
  const office = (role === 'property' || role === 'department' ? unitName : null) ?? roleNames[role as keyof typeof roleNames]
  return sight === 'neighbour' ? office : `${office} ${nickname}`
}

interface StepWords {
  readonly title: string
  body(by: string, target: string | null): string
}

/** The one it was handed to takes it on. */
export const takenOnWords: StepWords = { title: '已接单', body: (by) => `${by}已接单，将到现场处置。` }

/** What a resident reads when an action was done. `by` is who did it. */
export const stepWords: Readonly<Partial<Record<Action, StepWords>>> = {
  accept: { title: '已受理', body: (by) => `${by}已受理，将安排处置。` },
  file: { title: '已立案', body: (by) => `${by}已立案，将安排处置。` },
  dispatch: { title: '已派遣', body: (_, target) => `已交给${target}处置。` },
  arrive: { title: '已到现场', body: (by) => `${by}已到现场。` },
  handle: { title: '已处置', body: (by) => `${by}已处置，等待网格核查。` },
  verify: { title: '已核查', body: (by) => `${by}已到现场核查，问题已解决。` },
  close: { title: '已结案', body: () => '事情已办结，请您看看结果并评价。没有解决可以申请重开。' },
  suspend: { title: '已挂账', body: (_, target) => `暂时不能处置，挂账到${target}，到期继续办理。` },
  resume: { title: '继续办理', body: () => '挂账结束，继续办理。' },
  reject: { title: '不予受理', body: (by) => `${by}没有受理。` },
  merge: { title: '已并案', body: (_, target) => `与 ${target} 是同一件事，已合并办理，进展会继续告诉您。` },
  supervise: { title: '已督办', body: (by) => `${by}正在督促办理。` },
  reopen: { title: '已重开', body: () => '问题没有解决，已重新办理。' },
  comment: { title: '有新留言', body: (by) => `${by}留了言。` },
}
