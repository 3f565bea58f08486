import type { Foundation } from '../../foundation'
import { getBoard, staffOf } from './access'
import { listUnits, writeUnit } from './list-units'
import type { BoardStaffHandlers } from './routes'
import { createUnitCodes } from './unit-code'
import { writeDefinition } from './write-definition'

type DefinitionCalls = Extract<keyof BoardStaffHandlers, `${string} /boards/:code/definition` | `${string} /boards/units${string}`>

/** Boards as data, and the units they may rank. */
export function definitionHandlers({ keys }: Foundation): Pick<BoardStaffHandlers, DefinitionCalls> {
  const codes = createUnitCodes(keys.board)
  return {
    'GET /boards/:code/definition': async ({ db, person, params, now }) => {
      const { facts, version } = await getBoard(db, staffOf(person, now).townCode, params.code)
      const { townCode: _, code: __, ...definition } = facts
      return { ...definition, version }
    },
    'PUT /boards/:code/definition': ({ person, params, body, now, write }) =>
      write((tx) => writeDefinition(tx, staffOf(person, now), params.code, body)),
    'GET /boards/units': ({ db, person, query, now }) => listUnits(db, staffOf(person, now).townCode, codes, query),
    'PUT /boards/units/:kind/:unitCode': ({ person, params, body, now, write }) =>
      write((tx) => writeUnit(tx, staffOf(person, now).townCode, params.kind, params.unitCode, body.name)),
  }
}
