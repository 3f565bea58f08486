import type { Menu, Order, Sitting } from '../../../contract/canteen'

type Booked = Pick<Order, 'canteenId' | 'date' | 'sitting' | 'eater' | 'state'>
type Wish = { readonly canteenId: string; readonly sitting?: Sitting | undefined; readonly eaterId?: string | undefined }

/** What is commonly booked ahead comes first. */
const usual: readonly Sitting[] = ['lunch', 'dinner', 'breakfast']

/**
 * The next meal to be booked: of the sitting wished for, or else the usual one; not one that the eater has already. Null when
 * nothing can be ordered.
 */
export function nextOpen(menus: readonly Menu[], { canteenId, sitting, eaterId }: Wish, booked: readonly Booked[] = []): Menu | null {
  const has = ({ date, sitting }: Menu) =>
    booked.some(
      (order) =>
        order.state === 'booked' &&
        order.canteenId === canteenId &&
        order.date === date &&
        order.sitting === sitting &&
        order.eater.id === eaterId,
    )
  const free = menus.filter((menu) => menu.open && !has(menu))
  const order = sitting ? [sitting, ...usual] : usual
  return order.map((one) => free.find((menu) => menu.sitting === one)).find(Boolean) ?? null
}

/** The last meal that somebody booked, or else had booked for them; to go by when booking again. */
export const lastOf = (orders: readonly Order[], canteenId: string): Order | null => {
  const here = orders.filter((order) => order.canteenId === canteenId && (order.state === 'booked' || order.state === 'collected'))
  return here.find(({ orderer }) => orderer.me) ?? here[0] ?? null
}
