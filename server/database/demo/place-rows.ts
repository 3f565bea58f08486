import { readCommittee } from '../../shared/committee'
import { distance, type Point } from '../../shared/geo'
import { spell } from '../../shared/pinyin'
import { areas } from './areas'
import { compounds } from './compounds'
import { departments, district, type TownFact, towns } from './towns'

const townOf = (code: string) => code.slice(0, 9)
const areaOfCompound = (code: string) => code.slice(2, 14)
const propertyCode = (compoundCode: string) => `WY-${compoundCode}`

const areaFacts = Object.entries(areas).flatMap(([grid, facts]) => facts.map((fact) => ({ grid, fact })))

export const areaRows = areaFacts.map(({ grid, fact: [code, name, lng, lat] }) => {
  const { shortName, kind } = readCommittee(name)
  return { town_code: townOf(code), code, name, short_name: shortName, kind, ...spell(shortName), grid_code: grid, lng, lat }
})

export const compoundRows = compounds.map(([code, name, lng, lat, known]) => ({
  town_code: townOf(areaOfCompound(code)),
  code,
  area_code: areaOfCompound(code),
  name,
  ...spell(name),
  address: known?.address ?? null,
  buildings: known?.buildings ?? null,
  floors: known?.floors ?? null,
  lng,
  lat,
  property_code: propertyCode(code),
}))

const unit = (town_code: string, code: string, kind: string, name: string) => ({
  town_code,
  code,
  kind,
  name,
  serves: null,
  area_code: null,
})

const unitsOf = (town: TownFact) => [
  ...town.grids.map((grid) => unit(town.code, grid.code, 'grid', grid.name)),
  ...departments.map(({ code, serves, name }) => ({
    ...unit(town.code, `${code}-${town.prefix}`, 'department', town.name + name),
    serves,
  })),
]

export const unitRows = [
  ...towns.flatMap(unitsOf),
  ...areaRows.map((area) => ({
    ...unit(area.town_code, `JW-${area.code}`, 'department', area.name),
    serves: 'neighborhood',
    area_code: area.code,
  })),
  ...compoundRows.map((compound) => unit(compound.town_code, compound.property_code, 'property', `${compound.name}物业服务处`)),
]

/** Beyond the outermost known place, so that the street round it still belongs to the town. */
const margin = 1500

/** The middle of the places, and a radius that has them all inside with the margin. */
function circle(points: readonly Point[]) {
  const middle = (values: readonly number[]) => Number(((Math.min(...values) + Math.max(...values)) / 2).toFixed(4))
  const centre = { lng: middle(points.map((point) => point.lng)), lat: middle(points.map((point) => point.lat)) }
  const farthest = Math.max(...points.map((point) => distance(centre, point)))
  return { ...centre, radius_m: Math.ceil((farthest + margin) / 100) * 100 }
}

export const districtRow = district

export const townRows = towns.map(({ code, name, prefix }) => ({
  code,
  district_code: district.code,
  name,
  prefix,
  ...circle([...areaRows, ...compoundRows].filter((row) => row.town_code === code)),
}))
