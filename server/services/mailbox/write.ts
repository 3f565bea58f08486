import type { BodyOf } from '../../../contract/call'
import type { MyCard, mailboxCalls } from '../../../contract/mailbox'
import type { Db } from '../../database/connect'
import { holdPerson } from '../../shared/hold-person'
import { newId } from '../../shared/id'
import { shanghaiDay, startOfDay } from '../../shared/shanghai'
import { wordsOrNull } from '../../shared/text'
import { countOfDay, findPlaces, insertCard } from './queries'
import { blankText, cardThere, noPlace, tooMany } from './refusals'
import { mostADay } from './rules'

type Written = BodyOf<(typeof mailboxCalls)['POST /mailbox/cards']>

/** Writes a card for review. Throws a Refusal when the check-in is not one's own, cannot carry it or has one, or the day has had enough. */
export async function writeCard(tx: Db, personId: string, { checkInId, text, named }: Written, now: Date): Promise<MyCard> {
  const words = wordsOrNull(text)
  if (words === null) throw blankText()
  const day = shanghaiDay(now)
  await holdPerson(tx, personId)
  const [place] = await findPlaces(tx, personId, day, checkInId)
  if (!place) throw noPlace()
  if ((await countOfDay(tx, personId, day, startOfDay(day))) >= mostADay) throw tooMany(mostADay)
  const id = newId()
  if (!(await insertCard(tx, place, { id, personId, text: words, named, day }, now))) throw cardThere()
  return { id, text: words, named, siteId: place.siteId, siteName: place.siteName, day, state: 'waiting', word: null }
}
