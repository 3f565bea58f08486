import { findFollowed, findInArea, findMine, findRound, findSimilar } from '../../server/services/report/queries-lists'
import { countWorklist, findWorklist } from '../../server/services/report/queries-worklist'
import { findReport } from '../../server/services/report/queries'
import type { Person } from '../../server/services/report/sight'
import { fillReports } from '../bench/rows'
import { TestTown } from '../helpers/server'
test('x', async () => {
  const town = await TestTown.open()
  const res: Record<string, number[]> = {}
  for (const n of [10_000, 1_000_000]) {
    const t0 = Date.now()
    await fillReports(town.db, n)
    console.log('filled', n, Date.now() - t0)
    const someone = await town.db.selectFrom('reports').select(['reporter_id', 'id']).where('town_code', '=', '310112008').where('compound_code', '=', 'CP31011200801201').limit(1).executeTakeFirstOrThrow()
    const resident: Person = { personId: someone.reporter_id, townCode: '310112008', grants: [] }
    const as = (role: string, scopeCode: string): Person => ({ ...resident, grants: [{ role: role as 'admin', scopeCode, scopeName: '' }] })
    const listed = { group: undefined, after: undefined, limit: 20 }
    const since = new Date(new Date().toISOString().slice(0, 10))
    const place = { lng: 121.3072, lat: 31.1859 }
    const asks: Record<string, () => Promise<unknown>> = {
      mine: () => findMine(town.db, resident, undefined, listed),
      area: () => findInArea(town.db, resident, '310112008012', undefined, listed),
      areaOpen: () => findInArea(town.db, resident, '310112008012', true, listed),
      round: () => findRound(town.db, resident, place, 1000, undefined, { ...listed, limit: 31 }),
      roundOpen: () => findRound(town.db, resident, place, 1000, true, { ...listed, limit: 31 }),
      grid: () => findWorklist(town.db, as('grid_worker', 'XH-01'), 'todo', since, listed),
      property: () => findWorklist(town.db, as('property', 'CP31011200801201'), 'todo', since, listed),
      town: () => findWorklist(town.db, as('admin', '310112008'), 'todo', since, listed),
      doneGrid: () => findWorklist(town.db, as('grid_worker', 'XH-01'), 'done', since, listed),
      counts: () => countWorklist(town.db, as('grid_worker', 'XH-01'), new Date(), since, 999),
      followed: () => findFollowed(town.db, resident, listed),
      similar: () => findSimilar(town.db, resident, { categoryCode: 'CO.STACK', compoundCode: 'CP31011200801201', place, metres: 250, since: new Date(Date.now() - 7 * 86400000) }),
      detail: () => findReport(town.db, '310112008', someone.id, resident),
    }
    for (const [name, ask] of Object.entries(asks)) {
      for (let i = 0; i < 100; i++) await ask()
      const times: number[] = []
      for (let i = 0; i < 400; i++) { const t = performance.now(); await ask(); times.push(performance.now() - t) }
      times.sort((a, b) => a - b)
      ;(res[name] ??= []).push(times[200] as number, times[380] as number)
    }
  }
  for (const [k, v] of Object.entries(res)) console.log('RES', k, v.map((x) => x.toFixed(2)).join(' '))
  await town.close()
}, 900_000)
