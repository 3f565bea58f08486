import { categoryGroups, stoppers } from './categories'
import { towns } from './towns'

const rowsOf = (town_code: string) =>
  categoryGroups.flatMap((group, groupAt) => [
    {
      town_code,
      code: group.code,
      parent_code: null,
      name: group.name,
      position: (groupAt + 1) * 100,
      limit_minutes: null,
      handler_kind: null,
      evidence: null,
      privacy: null,
      by_residents: group.categories.some(([, , , , , , onlyBy]) => !onlyBy),
      stopper_text: null,
      stopper_phone: null,
    },
    ...group.categories.map(([code, name, limit_minutes, handler_kind, evidence, privacy, onlyBy], at) => ({
      town_code,
      code,
      parent_code: group.code,
      name,
      position: (groupAt + 1) * 100 + at + 1,
      limit_minutes,
      handler_kind,
      evidence,
      privacy,
      by_residents: !onlyBy,
      stopper_text: stoppers[code]?.text ?? null,
      stopper_phone: stoppers[code]?.phone ?? null,
    })),
  ])

export const categoryRows = towns.flatMap((town) => rowsOf(town.code))
