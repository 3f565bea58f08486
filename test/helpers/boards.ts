import { seedDemoBoards } from '../../server/database/demo/seed'
import { TestTown } from './server'

/** The demo town with its boards, on a database and a clock of its own. */
export async function openBoards(start = '2026-11-20T09:00:00+08:00'): Promise<TestTown> {
  const town = await TestTown.open(start)
  await seedDemoBoards(town.db, town.now)
  return town
}
