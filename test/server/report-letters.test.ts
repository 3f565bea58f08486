import type { Persona } from '../../contract/account'
import type { State } from '../../contract/report'
import { aibo4Property, does, inState, lift, send, type Transit } from '../helpers/reports'
import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '1000' })
})
afterAll(() => town.close())

const note = '仅供知情人的说明'
const thing = '：电梯故障'
const listeners = ['resident', 'neighbour', 'grid_worker', 'grid_leader', 'property', 'department'] as const

/** Who does what in which state, and what each is told: the reporter, a follower, the grid, and the units that lead and help. */
const steps: [State, Persona, Transit, Partial<Record<(typeof listeners)[number], string>>][] = [
  ['submitted', 'grid_worker', { action: 'accept', note }, { resident: '您的上报已受理', neighbour: '您关注的事已受理' }],
  ['dispatched', 'property', { action: 'accept', note }, { resident: '您的上报已接单', neighbour: '您关注的事已接单' }],
  ['accepted', 'grid_worker', { action: 'file', note }, { resident: '您的上报已立案', neighbour: '您关注的事已立案' }],
  [
    'accepted',
    'grid_worker',
    { action: 'dispatch', note, assignee: aibo4Property, helpers: ['CG-XH'] },
    { resident: '您的上报已派遣', neighbour: '您关注的事已派遣', property: `新派单${thing}`, department: `新派单${thing}` },
  ],
  ['handling', 'property', { action: 'arrive', note }, { resident: '您的上报已到现场', neighbour: '您关注的事已到现场' }],
  [
    'handling',
    'property',
    { action: 'handle', note },
    { resident: '您的上报已处置', neighbour: '您关注的事已处置', grid_worker: `等待核查${thing}` },
  ],
  ['handled', 'grid_worker', { action: 'verify', note }, { resident: '您的上报已核查', neighbour: '您关注的事已核查' }],
  ['verified', 'grid_worker', { action: 'close', note }, { resident: '您的上报已结案', neighbour: '您关注的事已结案' }],
  [
    'handling',
    'property',
    { action: 'return', note },
    { resident: '您的上报重新派遣', neighbour: '您关注的事重新派遣', grid_worker: `退回重派${thing}`, grid_leader: `退回重派${thing}` },
  ],
  [
    'handled',
    'grid_leader',
    { action: 'return', note },
    { resident: '您的上报重新处置', neighbour: '您关注的事重新处置', property: `核查未通过${thing}`, department: `核查未通过${thing}` },
  ],
  [
    'handling',
    'grid_worker',
    { action: 'suspend', note, until: '2026-11-25T18:00:00+08:00' },
    { resident: '您的上报已挂账', neighbour: '您关注的事已挂账', property: `已挂账${thing}`, department: `已挂账${thing}` },
  ],
  [
    'suspended',
    'grid_worker',
    { action: 'resume', note },
    { resident: '您的上报继续办理', neighbour: '您关注的事继续办理', property: `挂账结束${thing}` },
  ],
  ['submitted', 'grid_worker', { action: 'reject', note }, { resident: '您的上报不予受理', neighbour: '您关注的事不予受理' }],
  [
    'handling',
    'grid_leader',
    { action: 'supervise', note },
    {
      resident: '您的上报已督办',
      neighbour: '您关注的事已督办',
      property: `督办${thing}`,
      department: `督办${thing}`,
      grid_worker: `督办${thing}`,
    },
  ],
  [
    'closed',
    'resident',
    { action: 'reopen', note },
    {
      neighbour: '您关注的事已重开',
      property: `居民要求重开${thing}`,
      grid_worker: `居民要求重开${thing}`,
      grid_leader: `居民要求重开${thing}`,
    },
  ],
  [
    'handling',
    'resident',
    { action: 'comment', note },
    { property: `新留言${thing}`, department: `新留言${thing}`, grid_worker: `新留言${thing}` },
  ],
  [
    'handling',
    'property',
    { action: 'comment', note },
    { resident: '您的上报有新留言', department: `新留言${thing}`, grid_worker: `新留言${thing}` },
  ],
]

test.each(steps)(
  'when a matter is %s and %s does a step, then each is told once what it means to them',
  async (state, persona, body, told) => {
    const report = await inState(town, state)
    await (await town.as('neighbour')).ok('PUT /reports/:id/follow', { params: { id: report.id }, body: { following: true } })
    town.at(1000)
    await does(await town.as(persona), report.id, body)
    for (const listener of listeners) {
      const { items } = await (await town.as(listener)).ok('GET /inbox', { query: { limit: 20 } })
      const news = items.filter(({ link, createdAt }) => link?.endsWith(report.id) && new Date(createdAt).getTime() === town.now.getTime())
      expect([listener, news.map(({ title }) => title)]).toEqual([listener, told[listener] ? [told[listener]] : []])
      for (const { body: text } of news) {
        expect(text).toContain(report.number)
        // A note may name somebody: followers are spared it.
        expect([listener, text.includes(note)]).toEqual([listener, listener !== 'neighbour'])
        if (listener === 'neighbour') expect(text).not.toMatch(/张敏|周师傅|刘组长|王阿姨/)
      }
    }
  },
)

test('when 张敏 reports something in her own grid, then she is told as the reporter, once', async () => {
  const zhang = await town.as('grid_worker')
  const { id } = await send(zhang)
  await does(await town.as('grid_leader'), id, { action: 'accept' })
  const titles = (await zhang.ok('GET /inbox')).items.filter(({ link }) => link?.endsWith(id)).map(({ title }) => title)
  expect(titles.toSorted()).toEqual(['您的上报已受理', '您的上报已收到'].toSorted())
})

test('when 张敏 follows a private matter of her grid and is moved out of it, then she is told nothing more of it', async () => {
  const zhang = await town.as('grid_worker')
  const report = await send(await town.as('resident'), lift({ categoryCode: 'CV.PETITION', text: '想约家门口信访。' }))
  await zhang.ok('PUT /reports/:id/follow', { params: { id: report.id }, body: { following: true } })
  const told = async () => (await zhang.ok('GET /inbox')).items.filter(({ body }) => body.includes(report.number)).length
  const before = await told()
  const [held] = (await zhang.ok('GET /me')).grants
  await (await town.as('admin')).ok('DELETE /grants/:id', { params: { id: held?.id as string } })
  await does(await town.as('resident'), report.id, { action: 'comment', note: '还在吗？' })
  expect(await told()).toBe(before)
  await (await town.as('admin')).ok('POST /people/:id/grants', {
    params: { id: zhang.personId },
    body: { role: 'grid_worker', scopeCode: 'XH-01' },
  })
  await does(await town.as('resident'), report.id, { action: 'comment', note: '还在的。' })
  expect(await told()).toBe(before + 1)
})
