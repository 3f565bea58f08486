import type { CardState } from '../../../contract/mailbox'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { tell } from '../../shared/inbox'
import { dayWords } from '../../shared/times'
import { findCard, setDecision, type Waiting } from './queries-review'
import { decided, noSuchCard, ownCard, takenBack, wordMissing } from './refusals'
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

/**
 * Shows a card on the wall, or sends it back with a word, and tells the writer. Throws 404 when it is not in sight, 403 when it is one's
 * own, 409 when somebody else was first or the writer took it back.
 */
export async function decide(tx: Db, person: Identity, id: string, verdict: Verdict, now: Date): Promise<{ id: string; state: CardState }> {
  const card = await findCard(tx, id)
  if (!card) throw noSuchCard()
  if (card.personId === person.personId) throw ownCard()
  if (!sees(sightOf(person), card)) throw noSuchCard()
  if (!verdict.shows && verdict.word === null) throw wordMissing()
  if (!(await setDecision(tx, { id, deciderId: person.personId, ...verdict }, now)))
    throw (await findCard(tx, id))?.state === 'taken_back' ? takenBack() : decided()
  await tell(tx, now, [card.personId], letterOf(card, verdict))
  return { id, state: verdict.shows ? 'shown' : 'returned' }
}

function letterOf({ siteName, day }: Waiting, { shows, word }: Verdict) {
  const what = `您${dayWords(day)}在${siteName}写的寄语`
  const body = shows ? `${what}挂出来了，大家都能看到。` : `${what}没有挂出来，可以改好再写一张。`
  return {
    title: shows ? '寄语挂出来了' : '寄语退回了',
    body: word ? `${body}留言：${word}` : body,
    link: '/pages/study/mailbox/index?tab=mine',
  }
}
