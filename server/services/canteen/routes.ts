import { canteenCalls } from '../../../contract/canteen'
import type { Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { canteenClock } from './clock-job'
import { counterHandlers } from './counter-handlers'
import { dishHandlers } from './dish-handlers'
import { familyHandlers } from './family-handlers'
import { guestHandlers } from './guest-handlers'
import { MenuCache } from './menu-cache'
import { orderHandlers } from './order-handlers'
import { paperHandlers } from './paper-handlers'
import { createPickupSigner } from './pickup-code'
import { planHandlers } from './plan-handlers'

export type CanteenHandlers = Handlers<typeof canteenCalls>

/** Community canteens: the week's menu, a meal for oneself or the family, the counter and the kitchen. */
export const canteen: Service = {
  register(app, foundation) {
    const menus = new MenuCache()
    const signer = createPickupSigner(foundation.keys.pickup)
    serve(app, foundation, canteenCalls, {
      ...guestHandlers(foundation, menus),
      ...orderHandlers(foundation, menus, signer),
      ...familyHandlers(foundation),
      ...counterHandlers(foundation, signer),
      ...dishHandlers(foundation, menus),
      ...planHandlers(menus),
      ...paperHandlers(foundation),
    })
  },
  jobs: () => [canteenClock],
}
