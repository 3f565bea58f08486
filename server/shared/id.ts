import { v7 } from 'uuid'

/** A new id: UUID version 7, so that rows made one after the other lie side by side in an index. */
export const newId = (): string => v7()
