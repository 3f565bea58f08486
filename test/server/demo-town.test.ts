import { TestTown } from '../helpers/server'
import { personas } from '../../contract/account'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open()
})
afterAll(() => town.close())

test('try', async () => {
  for (const p of personas) { const who = await town.as(p); console.log(JSON.stringify(await who.ok('GET /me'))) }
  console.log(JSON.stringify(await town.guest.ok('GET /demo/people')))
  console.log(JSON.stringify(await town.guest.ok('GET /towns')))
  for (const query of [{q:'四村'},{q:'sicun'},{q:'ABSC'},{q:'爱波四'},{near:'121.309,31.188', limit: 2}]) console.log(JSON.stringify(await town.guest.ok('GET /areas',{query})))
  console.log(JSON.stringify(await town.guest.ok('GET /areas/:code/compounds',{params:{code:'310112107015'}})))
  const zhang = await town.as('grid_worker')
  console.log(JSON.stringify(await zhang.ok('GET /units',{query:{compoundCode:'CP31011200801201'}})))
  console.log(JSON.stringify(await zhang.ok('GET /compounds',{query:{q:'sc', near:'121.309,31.188'}})))
})
