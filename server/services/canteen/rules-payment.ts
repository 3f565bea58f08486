import type { PaymentState } from '../../../contract/canteen'

/** begin, fail, settle: a payment on its way, at a provider; pay: money over the counter; owe: to be given back; refund: given back. */
export type PaymentEvent = 'begin' | 'fail' | 'settle' | 'pay' | 'owe' | 'refund'

/** The table of payment: booking knows only whether money has come in, so another provider changes nothing there. */
const table: Readonly<Record<PaymentEvent, { readonly from: PaymentState; readonly to: PaymentState }>> = {
  begin: { from: 'unpaid', to: 'paying' },
  fail: { from: 'paying', to: 'unpaid' },
  settle: { from: 'paying', to: 'paid' },
  pay: { from: 'unpaid', to: 'paid' },
  owe: { from: 'paid', to: 'refunding' },
  refund: { from: 'refunding', to: 'refunded' },
}

/** Where the payment stands after the event; null when that cannot happen now. */
export const paymentAfter = (state: PaymentState, event: PaymentEvent): PaymentState | null =>
  table[event].from === state ? table[event].to : null

/** A meal that ends uneaten: what was paid is owed, everything else stays as it is. */
export const paymentWhenEnded = (state: PaymentState): PaymentState => paymentAfter(state, 'owe') ?? state
