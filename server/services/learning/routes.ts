import { learningCalls } from '../../../contract/learning'
import type { Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { itemHandlers } from './item-handlers'
import { quizHandlers } from './quiz-handlers'

export type LearningHandlers = Handlers<typeof learningCalls>

/** What one learns from elsewhere, by link, and five questions a day. */
export const learning: Service = {
  register(app, foundation) {
    serve(app, foundation, learningCalls, { ...itemHandlers(), ...quizHandlers() })
  },
}
