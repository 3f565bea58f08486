import { mailboxCalls } from '../../../contract/mailbox'
import type { Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { reviewHandlers } from './review-handlers'
import { writerHandlers } from './writer-handlers'

export type MailboxHandlers = Handlers<typeof mailboxCalls>

/** 红色邮筒: cards written where one checked in, and the wall they hang on after review. */
export const mailbox: Service = {
  register(app, foundation) {
    serve(app, foundation, mailboxCalls, { ...writerHandlers(), ...reviewHandlers() })
  },
}
