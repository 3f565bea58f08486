import type { CardState } from '../../../contract/mailbox'
import type { Db } from '../../database/connect'
import type { Refusal } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { tell } from '../../shared/inbox'
import { dayWords } from '../../shared/times'
import { findCard, type Reviewed, setDecision, setTakenDown } from './queries-review'
import { decided, downWordMissing, noSuchCard, notHanging, ownCard, takenBack, wordMissing } from './refusals'
import { type Sight, sees } from './rules'

export interface Verdict {
  readonly shows: boolean
  readonly word: string | null
}

export const sightOf = ({ personId, townCode, grants }: Identity): Sight => ({
  personId,
  townCode: townCode ?? '',
  sites: grants.filter(({ role }) => role === 'site_host').map(({ scopeCode }) => scopeCode),
  isEditor: grants.some(({ role }) => role === 'board_editor' || role === 'admin'),
})

/** The card, when the person may review it. Throws 404 when it is not in sight, 403 when it is one's own. */
async function getReviewed(tx: Db, person: Identity, id: string): Promise<Reviewed> {
  const card = await findCard(tx, id)
  if (!card) throw noSuchCard()
  if (card.personId === person.personId) throw ownCard()
  if (!sees(sightOf(person), card)) throw noSuchCard()
  return card
}

/** Why nothing was changed: somebody else was first, or the writer. */
async function overtaken(tx: Db, id: string, otherwise: () => Refusal): Promise<Refusal> {
  return (await findCard(tx, id))?.state === 'taken_back' ? takenBack() : otherwise()
}

/**
 * Shows a card on the wall, or sends it back with a word, and tells the writer. Throws like getReviewed, and 409 when somebody else was
 * first or the writer took it back.
 */
export async function decide(tx: Db, person: Identity, id: string, verdict: Verdict, now: Date): Promise<{ id: string; state: CardState }> {
  const card = await getReviewed(tx, person, id)
  if (!verdict.shows && verdict.word === null) throw wordMissing()
  if (!(await setDecision(tx, { id, deciderId: person.personId, ...verdict }, now))) throw await overtaken(tx, id, decided)
  await tell(tx, now, [card.personId], letterOf(card, verdict))
  return { id, state: verdict.shows ? 'shown' : 'returned' }
}

/** Takes a card that hangs there down again with a word, and tells the writer. Throws like decide. */
export async function takeDown(
  tx: Db,
  person: Identity,
  id: string,
  word: string | null,
  now: Date,
): Promise<{ id: string; state: CardState }> {
  const card = await getReviewed(tx, person, id)
  if (word === null) throw downWordMissing()
  if (!(await setTakenDown(tx, { id, deciderId: person.personId, word }, now))) throw await overtaken(tx, id, notHanging)
  const body = `${whatOf(card)}取下来了，大家看不到了。可以改好再写一张。留言：${word}`
  await tell(tx, now, [card.personId], { title: '寄语取下来了', body, link })
  return { id, state: 'taken_down' }
}

const link = '/pages/study/mailbox/index?tab=mine'
const whatOf = ({ siteName, day }: Reviewed) => `您${dayWords(day)}在${siteName}写的寄语`

function letterOf(card: Reviewed, { shows, word }: Verdict) {
  const body = shows ? `${whatOf(card)}挂出来了，大家都能看到。` : `${whatOf(card)}没有挂出来，可以改好再写一张。`
  return { title: shows ? '寄语挂出来了' : '寄语退回了', body: word ? `${body}留言：${word}` : body, link }
}
