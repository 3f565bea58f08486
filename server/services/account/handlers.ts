import type { accountCalls } from '../../../contract/account'
import type { Handlers } from '../../serve'

export type AccountHandlers = Handlers<typeof accountCalls>
