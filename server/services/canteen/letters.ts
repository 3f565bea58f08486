import type { Letter } from '../../shared/inbox'
import { dayWords, timeOf, timeWords } from '../../shared/times'
import type { Ending } from './queries-end'
import { sittingWords } from './rules'

/** A meal as a message speaks of it. */
export interface LetterMeal {
  readonly id: string
  readonly canteenName: string
  readonly date: string
  readonly sitting: keyof typeof sittingWords
  readonly starts: number
  readonly ends: number
  readonly number: string
  readonly ordererId: string
  readonly ordererName: string
  readonly eaterId: string
  readonly eaterName: string
  readonly items: readonly { readonly name: string; readonly quantity: number }[]
  readonly payableFen: number
}

export const linkTo = (orderId: string): string => `/pages/canteen/meal/index?id=${orderId}`
export const dishWords = (items: LetterMeal['items']): string => items.map(({ name, quantity }) => `${name}×${quantity}`).join('、')
const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`

const mealWords = ({ date, sitting }: Pick<LetterMeal, 'date' | 'sitting'>) => `${dayWords(date)}${sittingWords[sitting]}`
const windowWords = ({ starts, ends }: LetterMeal) => `${timeOf(starts)}–${timeOf(ends)}`

/** One letter for who booked and one for who eats, each once: `own` is for whom it is their own meal, or the one they booked. */
function letters(meal: LetterMeal, title: string, body: (reader: 'orderer' | 'eater') => string, except: string | null = null): Letter[] {
  const readers = meal.ordererId === meal.eaterId ? (['orderer'] as const) : (['orderer', 'eater'] as const)
  return readers
    .map((reader) => ({ personId: meal[`${reader}Id`], title, body: body(reader), link: linkTo(meal.id) }))
    .filter(({ personId }) => personId !== except)
}

/** Whose meal it is, for a reader: 妈妈's for the daughter, one's own for the mother. */
const whose = (meal: LetterMeal, reader: 'orderer' | 'eater') =>
  reader === 'orderer' && meal.ordererId !== meal.eaterId ? `${meal.eaterName}的` : '您的'

/** A new meal; the number is put in where `{number}` stands, by the statement that gives it. */
export const bookedLetters = (meal: LetterMeal, cancelUntil: string): Letter[] =>
  letters(meal, `已订好：${mealWords(meal)}`, (reader) => {
    const by = reader === 'eater' ? `${meal.ordererName}给您订了：` : meal.ordererId === meal.eaterId ? '' : `给${meal.eaterName}订的：`
    return `${by}${dishWords(meal.items)}，应付 ${yuan(meal.payableFen)}。${windowWords(meal)}到${meal.canteenName}，取餐号 ${meal.number}。${timeWords(cancelUntil)}前可以取消。`
  })

/** Tomorrow's meal. */
export const reminderLetters = (meal: LetterMeal): Letter[] =>
  letters(
    meal,
    `明天的${sittingWords[meal.sitting]}`,
    (reader) =>
      `${whose(meal, reader)}${sittingWords[meal.sitting]}：${dishWords(meal.items)}。明天 ${windowWords(meal)}到${meal.canteenName}，取餐号 ${meal.number}。`,
  )

const titles: Readonly<Record<Ending, string>> = {
  cancel: '已取消',
  call_off: '食堂取消了',
  expire: '超时未付，已取消',
  no_show: '没有取餐',
}

/** A meal that ended uneaten: why, and what becomes of the money. `actorId` did it and need not be told. */
export function endedLetters(
  meal: LetterMeal,
  ending: Ending,
  { actorId, reason, owed }: { actorId: string | null; reason: string | null; owed: boolean },
): Letter[] {
  const money = owed ? `已付的 ${yuan(meal.payableFen)} 会退还。` : ''
  const why: Readonly<Record<Ending, string>> = {
    cancel: '已取消。',
    call_off: `因为${reason ?? ''}，这一餐不供应了，很抱歉。`,
    expire: '没有在规定时间内付款，份数已放回。',
    no_show: '没有来取。来不了请提前取消，把份数留给别人。',
  }
  return letters(
    meal,
    `${titles[ending]}：${mealWords(meal)}`,
    (reader) => `${whose(meal, reader)}${dishWords(meal.items)}（取餐号 ${meal.number}）${why[ending]}${money}`,
    actorId,
  )
}

/** Who booked for somebody else hears that the meal was picked up. */
export const collectedLetters = (meal: LetterMeal): Letter[] =>
  meal.ordererId === meal.eaterId
    ? []
    : [
        {
          personId: meal.ordererId,
          title: `${meal.eaterName}取餐了`,
          body: `${mealWords(meal)}：${dishWords(meal.items)}，已在${meal.canteenName}取走。`,
          link: linkTo(meal.id),
        },
      ]

/** Who paid hears that the money was given back. */
export const refundedLetter = (meal: LetterMeal): Letter => ({
  personId: meal.ordererId,
  title: `已退款：${mealWords(meal)}`,
  body: `${yuan(meal.payableFen)} 已由${meal.canteenName}退还。`,
  link: linkTo(meal.id),
})
