import type { AllCalls } from '../../../../contract'
import type { BodyOf } from '../../../../contract/call'

export type BasketBody = BodyOf<AllCalls['POST /orders/quotes']>
export type OrderBody = BodyOf<AllCalls['POST /orders']>
