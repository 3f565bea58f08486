import type { FastifyInstance } from 'fastify'
import type { Db } from '../connect'
import { playMeals } from './canteen-story'
import { Stage, type StoryClock } from './stage'
import { hangPictures } from './study-pictures'
import { playStudy } from './study-story'

const home = { compoundCode: 'CP31011200801201' }
const property = 'WY-CP31011200801201'
const hour = 60

/** Plays the demo town's last days through the API, so that every list has something to show. `clock` must be the app's; `end` is now. */
export async function playStory(app: FastifyInstance, clock: StoryClock, end: Date, db: Db): Promise<void> {
  const stage = new Stage(app, clock, end)

  await stage.at(52 * hour)
  const lift = await stage.report('neighbour', {
    ...home,
    categoryCode: 'EB.LIFT',
    building: '20号楼',
    text: '有人把电动车推进电梯，电梯停在一楼。',
  })
  await stage.does('grid_worker', lift, 1, { action: 'accept' })
  await stage.does('grid_worker', lift, 3, { action: 'handle', note: '已请车主推出，电梯恢复运行。' })
  await stage.does('grid_leader', lift, 30, { action: 'verify' })
  await stage.does('grid_leader', lift, 1, { action: 'close' })
  await stage.rates('neighbour', lift, 5, '来得真快，谢谢！')

  await stage.at(27 * hour)
  const bins = await stage.report(
    'party_member',
    { ...home, categoryCode: 'GB.FULL', spot: '垃圾厢房门口', text: '早上投放点满出来了，袋子堆在地上。' },
    ['binsFull'],
  )
  await stage.does('grid_worker', bins, 8, { action: 'accept' })
  await stage.does('grid_worker', bins, 5, { action: 'dispatch', assignee: property })
  await stage.does('property', bins, 20, { action: 'accept' })
  await stage.does('property', bins, 70, { action: 'handle', note: '已清运，地面冲洗过。' }, ['binsClear'])

  await stage.at(3 * hour)
  const stack = await stage.report(
    'resident',
    { ...home, categoryCode: 'CO.STACK', building: '20号楼', floor: '3', text: '三楼楼道里堆了纸箱，老人走路要侧身。' },
    ['corridorFull', 'corridorLow'],
  )
  await stage.does('grid_worker', stack, 6, { action: 'accept' })
  await stage.does('grid_worker', stack, 4, { action: 'dispatch', assignee: property, note: '请联系 3 楼住户。' })
  await stage.does('property', stack, 50, { action: 'accept' })
  await stage.supports('neighbour', stack)

  await stage.at(25)
  await stage.report('party_member', { ...home, categoryCode: 'PK.FIRE', building: '8号楼', text: '一辆车停在消防通道上，有一阵了。' }, [
    'laneBlocked',
  ])
  await playMeals(stage)
  await playStudy(stage)
  await hangPictures(stage, db)
  clock.now = end
}
