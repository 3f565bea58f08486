import { minuteOf } from '../../shared/times'
import type { Db } from '../connect'
import { people } from './people'
import { personId } from './person-rows'
import { badges, branches, lights, pointRules, type StudySiteFact, studyRoutes, studySites } from './study-facts'
import { towns } from './towns'

/** Puts the study sites, routes, branches, and what a check-in is worth into a seeded demo town; does nothing where sites are already. */
export async function seedStudy(tx: Db, now: Date): Promise<void> {
  if (await tx.selectFrom('study_sites').select('code').limit(1).executeTakeFirst()) return
  await tx
    .insertInto('branches')
    .values(branches.map(({ town, ...branch }) => ({ town_code: town, ...branch })))
    .execute()
  await tx
    .insertInto('study_sites')
    .values(studySites.map((site) => siteRow(site, now)))
    .execute()
  await tx.insertInto('study_hours').values(studySites.flatMap(hourRows)).execute()
  await tx
    .insertInto('study_routes')
    .values(studyRoutes.map(({ town, code, name, about }) => ({ town_code: town, code, name, about })))
    .execute()
  await tx.insertInto('study_route_stops').values(studyRoutes.flatMap(stopRows)).execute()
  await tx
    .insertInto('study_point_rules')
    .values(towns.flatMap(({ code }) => ruleRows(code)))
    .execute()
  await tx
    .insertInto('study_badges')
    .values(
      badges.map(([town_code, code, name, about, metric, threshold], position) => ({
        town_code,
        code,
        name,
        about,
        metric,
        threshold,
        position,
      })),
    )
    .execute()
  await moveHost(tx)
}

const siteRow = ({ town, code, name, kind, at: [lng, lat], fence, ways, ...more }: StudySiteFact, now: Date) => ({
  ...{ town_code: town, code, name, kind, lng, lat, ways: [...ways], fence_m: fence, story: more.story },
  address: more.address ?? null,
  directions: more.directions ?? null,
  lights_on_minute: more.lights ? minuteOf(lights.opens) : null,
  lights_off_minute: more.lights ? minuteOf(lights.closes) : null,
  changed_at: now.toISOString(),
})

const hourRows = ({ town, code, hours: [weekdays, opens, closes] }: StudySiteFact) =>
  weekdays.map((weekday) => ({
    ...{ town_code: town, site_code: code, weekday },
    opens_minute: minuteOf(opens),
    closes_minute: minuteOf(closes),
  }))

const stopRows = ({ town, code, stops }: (typeof studyRoutes)[number]) =>
  stops.map((site_code, at) => ({ town_code: town, route_code: code, site_code, position: at + 1 }))

const ruleRows = (town_code: string) => pointRules.map(([kind, points, unit, per_day]) => ({ town_code, kind, points, unit, per_day }))

/** A town that was seeded before it had sites has 小周 in the other town, where his grant is worth nothing. */
async function moveHost(tx: Db): Promise<void> {
  const [, { town, grant }] = people.find(([persona]) => persona === 'site_host') as (typeof people)[number]
  const id = personId('site_host')
  await tx.updateTable('persons').set({ town_code: town }).where('id', '=', id).where('home_area_code', 'is', null).execute()
  await tx
    .updateTable('grants')
    .set({ town_code: town, scope_code: grant?.scope ?? '', scope_name: grant?.scopeName ?? '' })
    .where('person_id', '=', id)
    .where('role', '=', 'site_host')
    .execute()
}
