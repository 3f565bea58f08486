import type { Bill, Sitting } from '../../../contract/canteen'
import { conflict, notFound, type Refusal, unfit } from '../../errors'
import { dayWords, timeOf, timeWords } from '../../shared/times'
import type { OfferedDish, OfferedWindow, Setting } from './queries-booking'
import type { OrderRow } from './queries-orders'
import { type Hindrance, sittingWords } from './rules'

const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`

/** Why a meal cannot be booked at all, to the person who wants it. */
export function hindered(hindrance: Hindrance, { menu, canteenName, noShowLimit, ordersPerMeal }: Setting, sitting: Sitting): Refusal {
  const meal = sittingWords[sitting]
  const words: Readonly<Record<Hindrance, () => Refusal>> = {
    'no-menu': () => notFound('canteen-no-menu', `${canteenName}还没有公布这一天的${meal}。`),
    'called-off': () => conflict('canteen-called-off', `这一天的${meal}不供应：${menu?.closedReason}。`),
    'too-late': () => conflict('canteen-too-late', `这一餐${timeWords(menu?.orderUntil ?? '')}就停止预订了，请看下一餐。`),
    'no-delivery': () => conflict('canteen-no-delivery', `${canteenName}不送餐，请选堂吃或打包带走。`),
    'not-registered': () => conflict('canteen-not-registered', '送餐到家要先在食堂登记，请带身份证到柜台办理，或选堂吃、打包带走。'),
    'no-prepay': () => conflict('canteen-no-prepay', `${canteenName}是到店付款。`),
    'no-shows': () => conflict('canteen-no-shows', `最近有 ${noShowLimit} 次订了没来取，请先到食堂柜台说一声，再接着订。`),
    'too-many': () => conflict('canteen-too-many', `同一餐最多订 ${ordersPerMeal} 份，需要更多请联系食堂。`),
    'too-often': () => conflict('canteen-too-often', '这一餐您订了又退很多次了，还要订请到食堂柜台说一声。'),
    'no-numbers': () => conflict('canteen-no-numbers', '这一餐的取餐号已经发完，请看下一餐。'),
  }
  return words[hindrance]()
}

const listed = (names: readonly string[]) => (names.length > 6 ? `${names.slice(0, 6).join('、')}等` : names.join('、'))

/** Names what is gone and what is still free. */
export function soldOut(gone: OfferedDish, wanted: number, dishes: readonly OfferedDish[]): Refusal {
  const left = gone.soldOut ? 0 : gone.left
  const free = dishes.filter((dish) => !dish.soldOut && dish.left > 0 && dish.dishId !== gone.dishId).map(({ name }) => name)
  const rest = free.length > 0 ? `还有：${listed(free)}。` : '这一餐都订完了。'
  const what = left === 0 ? `${gone.name}已订完。` : `${gone.name}只剩 ${left} 份，您要 ${wanted} 份。`
  return conflict('canteen-sold-out', `${what}${rest}`)
}

const windowWords = ({ starts, ends }: OfferedWindow) => `${timeOf(starts)}–${timeOf(ends)}`

/** Names the windows that still have room. */
export function windowFull(full: OfferedWindow | undefined, free: readonly OfferedWindow[]): Refusal {
  if (free.length === 0) return conflict('canteen-windows-full', '这一餐的取餐时段都满了，请看下一餐。')
  return conflict('canteen-window-full', `${full ? windowWords(full) : '这个时段'}已满，还空着：${listed(free.map(windowWords))}。`)
}

export const noSuchWindow = () => unfit('canteen-window-unknown', '没有这个取餐时段，请重新选择。', 'body/window')
export const notOnMenu = (at: number) =>
  unfit('canteen-dish-unknown', '有一道菜不在这一餐的菜单上，请重新选择。', `body/items/${at}/dishId`)
export const dishTwice = (at: number) => unfit('canteen-dish-twice', '同一道菜请合在一起，改份数就行。', `body/items/${at}/dishId`)
export const noSuchEater = () => notFound('canteen-eater-unknown', '您还不能替这位家人订餐，请先让家人出示代订码。')

/** The guest saw another price; the new bill is told in full and is to be confirmed. */
export function priceChanged({ totalFen, lines, payableFen }: Bill): Refusal {
  const less = lines.map(({ label, fen }) => `${label} −${yuan(-fen)}`)
  const how = less.length > 0 ? `（${[`合计 ${yuan(totalFen)}`, ...less].join('，')}）` : ''
  return conflict('canteen-price-changed', `价格变了，现在应付 ${yuan(payableFen)}${how}，请看过再确认。`)
}

/** Why a meal cannot be handed over. */
export function notHandedOver(why: 'collected' | 'ended' | 'early' | 'unpaid', order: OrderRow): Refusal {
  const meal = `${dayWords(order.date)}${sittingWords[order.sitting]}`
  const words = {
    collected: () =>
      conflict(
        'canteen-collected',
        `${order.eaterName}的这份餐已在 ${timeWords(order.collectedAt ?? '')} 由${order.collectedByName}交出。`,
      ),
    ended: () => conflict('canteen-ended', `${order.eaterName}的这份餐${endedWords[order.state] ?? ''}，不能取。`),
    early: () => conflict('canteen-early', `这是${meal}的取餐码，还没到时候。`),
    unpaid: () => conflict('canteen-unpaid', `${order.eaterName}的这份餐还没付款，应付 ${yuan(order.payableFen)}，收款后再交餐。`),
  }
  return words[why]()
}

const endedWords: Readonly<Record<string, string>> = { cancelled: '已取消', expired: '超时未付，已取消', no_show: '过时没取，已作废' }

/** A code that is not one of ours, or not any more. */
export const badCode = (fault: 'forged' | 'old' | 'none') =>
  fault === 'old'
    ? conflict('canteen-code-old', '这个码过期了（可能是截图）。请客人打开取餐码页，或报四位取餐号。')
    : unfit('canteen-code-unknown', '这不是取餐码，请扫客人手机上的取餐码，或输入四位取餐号。', 'body/code')

/** 1234 of another meal. */
export const noSuchNumber = (number: string, date: string, sitting: Sitting) =>
  notFound('canteen-number-unknown', `${dayWords(date)}${sittingWords[sitting]}没有取餐号 ${number}，请再听一遍。`)
export const otherCanteen = ({ canteenName }: OrderRow) => conflict('canteen-other', `这份餐订在${canteenName}，请客人到那里取。`)

/** The meal is over, for the one who wants to do something with it. */
export const orderEnded = ({ state }: OrderRow) =>
  conflict('canteen-ended', state === 'collected' ? '这份餐已经取走了。' : `这份餐${endedWords[state] ?? ''}。`)
export const cancelTooLate = ({ cancelUntil }: OrderRow) =>
  conflict('canteen-cancel-late', `${timeWords(cancelUntil)}以后食堂已经备餐，不能取消了。来不了请打食堂电话。`)
