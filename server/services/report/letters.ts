import type { Action, State } from '../../../contract/report'
import type { Letter } from '../../shared/inbox'
import type { Listener } from './queries-people'
import { actorWords, stepWords, takenOnWords, timeWords } from './words'

/** A report as a message speaks of it. */
export interface Matter {
  readonly id: string
  readonly number: string
  readonly categoryName: string
  readonly compoundName: string
  readonly building: string | null
  readonly dueAt: string
}

export interface Happening {
  readonly kind: Action | 'overdue' | 'rate'
  readonly from: State
  readonly actorId: string | null
  readonly actorAs: string
  readonly nickname: string | null
  readonly unitName: string | null
  readonly note: string | null
  /** As the screen shows it. */
  readonly target: string | null
}

export const linkTo = (matterId: string): string => `/pages/report/detail/index?id=${matterId}`
export const placeWords = ({ compoundName, building }: Matter): string => [compoundName, building].filter(Boolean).join(' ')

type Role = Listener['as']
interface StaffWords {
  readonly to: readonly Role[]
  readonly title: string
  body(matter: Matter, by: string, target: string | null): string
}

const limit = (matter: Matter) => `请在${timeWords(matter.dueAt)}前处置。`

const staffWords: Readonly<Partial<Record<Happening['kind'] | 'returned-work', StaffWords>>> = {
  dispatch: { to: ['lead', 'helper'], title: '新派单', body: limit },
  handle: { to: ['worker'], title: '等待核查', body: (_, by) => `${by}已处置，请到现场核查。` },
  return: { to: ['worker', 'leader'], title: '退回重派', body: (_, by) => `${by}退回，请重新派遣。` },
  'returned-work': { to: ['lead', 'helper'], title: '核查未通过', body: limit },
  suspend: { to: ['lead', 'helper'], title: '已挂账', body: (_, by) => `${by}已挂账。` },
  resume: { to: ['lead', 'helper'], title: '挂账结束', body: limit },
  supervise: { to: ['lead', 'helper', 'worker'], title: '督办', body: limit },
  reopen: { to: ['worker', 'leader', 'lead'], title: '居民要求重开', body: () => '居民说问题没有解决，请重新受理。' },
  comment: { to: ['worker', 'lead', 'helper'], title: '新留言', body: (_, by) => `${by}留了言。` },
  overdue: { to: ['leader', 'lead'], title: '已超时', body: () => '已超过时限，请马上跟进。' },
  rate: { to: ['lead', 'worker'], title: '收到评价', body: (_, __, target) => `居民评了 ${target}。` },
}

/** For those who follow, a comment is no step; a resident is not told of the clock. */
function residentWords(happening: Happening, by: string, asFollower: boolean): { title: string; body: string } | undefined {
  const { kind, from, target } = happening
  if (kind === 'overdue' || kind === 'rate' || (kind === 'comment' && asFollower)) return undefined
  if (kind === 'return') {
    return from === 'handled'
      ? { title: '重新处置', body: '核查时发现问题还没有解决，已要求重新处置。' }
      : { title: '重新派遣', body: `${by}退回，将重新派遣。` }
  }
  const words = kind === 'accept' && from === 'dispatched' ? takenOnWords : stepWords[kind]
  return words && { title: words.title, body: words.body(by, target) }
}

/** The letter to one listener; undefined when the step is none of theirs. */
function letterTo({ personId, as, matterId }: Listener, matter: Matter, happening: Happening): Letter | undefined {
  const resident = as === 'reporter' || as === 'follower'
  const by = actorWords(happening, personId, as === 'follower' ? 'neighbour' : resident ? 'reporter' : 'staff')
  const staff = staffWords[happening.kind === 'return' && happening.from === 'handled' ? 'returned-work' : happening.kind]
  const words = resident
    ? residentWords(happening, by, as === 'follower')
    : staff?.to.includes(as)
      ? { title: staff.title, body: staff.body(matter, by, happening.target) }
      : undefined
  if (!words) return undefined
  const title = resident ? `${as === 'reporter' ? '您的上报' : '您关注的事'}${words.title}` : `${words.title}：${matter.categoryName}`
  // A note may name somebody: it is for those who handle the matter and for who reported it.
  const note = as !== 'follower' && happening.note ? `说明：${happening.note}` : ''
  return {
    personId,
    title,
    body: `${placeWords(matter)} ${matter.categoryName}（${matter.number}）：${words.body}${note}`,
    link: linkTo(matterId),
  }
}

const priority: readonly Role[] = ['reporter', 'lead', 'helper', 'worker', 'leader', 'follower']

/** One letter for each who is to know, in their nearest role; none for who did it. */
export function lettersOf(matter: Matter, happening: Happening, listeners: readonly Listener[]): Letter[] {
  const byPerson = new Map<string, Letter>()
  for (const role of priority) {
    for (const listener of listeners.filter(({ as, personId }) => as === role && personId !== happening.actorId)) {
      const letter = byPerson.has(listener.personId) ? undefined : letterTo(listener, matter, happening)
      if (letter) byPerson.set(listener.personId, letter)
    }
  }
  return [...byPerson.values()]
}

/** What a new report tells its reporter and those who work where it lies. */
export function lettersOfNew(matter: Matter, reporterId: string, leadName: string, staffIds: readonly string[]): Letter[] {
  const thing = `${placeWords(matter)} ${matter.categoryName}（${matter.number}）`
  const due = timeWords(matter.dueAt)
  const link = linkTo(matter.id)
  return [
    {
      personId: reporterId,
      title: '您的上报已收到',
      body: `${thing}：${due}前处置，7 天内办结。接下来由网格或${leadName}受理，每一步都会告诉您。`,
      link,
    },
    ...staffIds
      .filter((personId) => personId !== reporterId)
      .map((personId) => ({ personId, title: `新案件：${matter.categoryName}`, body: `${thing}：请在${due}前处置。`, link })),
  ]
}
