import Type, { type Static } from 'typebox'
import { defineCalls, Location, NearText, nullable, oneOf, Page, PageQuery } from './call'

export const Town = Type.Object({ code: Type.String(), name: Type.String(), location: nullable(Location) })
export type Town = Static<typeof Town>

/** Residents' or villagers' committee district. `distance` in metres, when the call said where it is made from. */
export const Area = Type.Object({
  code: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  townCode: Type.String(),
  townName: Type.String(),
  gridCode: nullable(Type.String()),
  location: nullable(Location),
  distance: nullable(Type.Integer()),
})
export type Area = Static<typeof Area>

export const Compound = Type.Object({
  code: Type.String(),
  name: Type.String(),
  areaCode: Type.String(),
  areaName: Type.String(),
  townCode: Type.String(),
  address: nullable(Type.String()),
  buildings: nullable(Type.Integer()),
  floors: nullable(Type.Integer()),
  location: nullable(Location),
  distance: nullable(Type.Integer()),
})
export type Compound = Static<typeof Compound>

export const unitKinds = ['grid', 'property', 'department'] as const

/** Who handles matters: a grid, a property company of a compound, or a department (a residents' committee is one). */
export const Unit = Type.Object({
  code: Type.String(),
  kind: oneOf(unitKinds),
  name: Type.String(),
  phone: nullable(Type.String()),
})
export type Unit = Static<typeof Unit>

const AreaCode = Type.String({ pattern: '^\\d{12}$' })
const TownCode = Type.String({ pattern: '^\\d{9}$' })

export const placeCalls = defineCalls({
  'GET /towns': {
    summary: 'Towns that are open in the app',
    who: 'anyone',
    reply: Type.Object({ items: Type.Array(Town) }),
    etag: true,
  },
  'GET /areas': {
    summary: 'Residential areas by name, pinyin initials or position; nearest first with `near`',
    who: 'anyone',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 40 })),
      near: Type.Optional(NearText),
      town: Type.Optional(TownCode),
      ...PageQuery,
    }),
    reply: Page(Area),
    etag: true,
  },
  'GET /areas/:code/compounds': {
    summary: 'Residential compounds of an area',
    who: 'anyone',
    params: Type.Object({ code: AreaCode }),
    reply: Type.Object({ items: Type.Array(Compound) }),
    etag: true,
  },
  'GET /compounds': {
    summary: 'Compounds of the person’s town by name, pinyin initials or position',
    who: 'signed-in',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 40 })),
      near: Type.Optional(NearText),
      ...PageQuery,
    }),
    reply: Page(Compound),
  },
  'GET /units': {
    summary: 'Grids, property companies and departments a matter can be handed to; those that serve the compound first',
    who: ['grid_worker', 'grid_leader', 'property', 'department', 'admin'],
    query: Type.Object({
      kind: Type.Optional(oneOf(unitKinds)),
      compoundCode: Type.Optional(Type.String({ maxLength: 32 })),
    }),
    reply: Type.Object({ items: Type.Array(Unit) }),
  },
})
