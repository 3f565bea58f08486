import fc from 'fast-check'
import { Loadable } from '@/lib/loadable'
import { Paged, type Slice } from '@/lib/paged'
import { CallError } from '@/lib/problem'

const tick = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A server whose answers come when the test says so, in whatever order. */
function asked<T>() {
  const open: { answer: (value: T) => void; fail: (error: unknown) => void; cursor: string | undefined }[] = []
  const load = (cursor?: string) => new Promise<T>((answer, fail) => open.push({ answer, fail, cursor }))
  return { open, load }
}

test('when something loads, then it goes from waiting to content', async () => {
  const { open, load } = asked<string>()
  const thing = new Loadable(load)
  expect(thing.state).toBe('loading')
  const done = thing.refresh()
  open[0]?.answer('一')
  await done
  expect(thing).toMatchObject({ state: 'content', value: '一', loading: false })
})

test('when loading fails, then there are words, and loading again may succeed', async () => {
  const { open, load } = asked<string>()
  const thing = new Loadable(load)
  const failing = thing.refresh()
  open[0]?.fail(new CallError(0, 'offline', '网络连不上'))
  await failing
  expect(thing).toMatchObject({ state: 'error', error: '网络连不上' })
  const again = thing.refresh()
  expect(thing.state).toBe('loading')
  open[1]?.answer('二')
  await again
  expect(thing).toMatchObject({ state: 'content', error: null })
})

test('when loading again fails, then the last content stays', async () => {
  const { open, load } = asked<string>()
  const thing = new Loadable(load, '旧')
  const done = thing.refresh()
  open[0]?.fail(new Error('?'))
  await done
  expect(thing).toMatchObject({ state: 'content', value: '旧', error: '出了点问题，请再试一次。' })
})

test('when answers come in any order, then the last question’s answer stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      fc.array(fc.boolean(), { minLength: 5 }),
      async (order, fails) => {
        const { open, load } = asked<number>()
        const thing = new Loadable(load)
        for (const _ of order) thing.refresh()
        for (const at of order) {
          if (fails[at]) open[at]?.fail(new Error('late'))
          else open[at]?.answer(at)
          await tick()
        }
        expect(thing.loading).toBe(false)
        expect(thing.value).toBe(fails[4] ? null : 4)
      },
    ),
    { numRuns: 30 },
  )
})

test('when it was cleared meanwhile, then a late answer changes nothing', async () => {
  const { open, load } = asked<string>()
  const thing = new Loadable(load)
  const done = thing.refresh()
  thing.clear()
  open[0]?.answer('late')
  await done
  expect(thing).toMatchObject({ value: null, loading: false })
})

const slice = (items: number[], nextCursor: string | null = null): Slice<number> => ({ items, nextCursor })

test('when a list is read to its end, then everything is there once and no more is asked for', async () => {
  const pages: Record<string, Slice<number>> = { first: slice([1, 2], 'b'), b: slice([3], 'c'), c: slice([4]) }
  const list = new Paged<number>(async (cursor = 'first') => pages[cursor] as Slice<number>)
  await list.refresh()
  while (list.hasMore) await list.more()
  await list.more()
  expect(list).toMatchObject({ items: [1, 2, 3, 4], state: 'content', hasMore: false })
})

test('when a list is long, then it comes in blocks that a page can hold, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 130 }), async (items) => {
      const list = new Paged<number>(async () => slice(items))
      await list.refresh()
      expect(list.blocks.flat()).toEqual(items)
      for (const block of list.blocks) expect(block.length).toBeLessThanOrEqual(60)
    }),
  )
})

test('when there is nothing, then the list is empty, not waiting', async () => {
  const list = new Paged<number>(async () => slice([]))
  expect(list.state).toBe('loading')
  await list.refresh()
  expect(list.state).toBe('empty')
})

test('when the end of the list is reached twice while more is on its way, then it is asked for once', async () => {
  const { open, load } = asked<Slice<number>>()
  const list = new Paged<number>(load)
  const first = list.refresh()
  open[0]?.answer(slice([1], 'b'))
  await first
  const both = [list.more(), list.more()]
  open[1]?.answer(slice([2]))
  await Promise.all(both)
  expect(open).toHaveLength(2)
  expect(list.items).toEqual([1, 2])
})

test('when the list is refreshed while more is on its way, then the late page is not appended', async () => {
  const { open, load } = asked<Slice<number>>()
  const list = new Paged<number>(load)
  const first = list.refresh()
  open[0]?.answer(slice([1], 'b'))
  await first
  const more = list.more()
  const refreshed = list.refresh()
  open[2]?.answer(slice([9], 'z'))
  open[1]?.answer(slice([2], 'c'))
  await Promise.all([more, refreshed])
  expect(list.items).toEqual([9])
})

test('when a later page does not come, then what is there stays and it can be asked for again', async () => {
  const { open, load } = asked<Slice<number>>()
  const list = new Paged<number>(load)
  const first = list.refresh()
  open[0]?.answer(slice([1], 'b'))
  await first
  const failing = list.more()
  open[1]?.fail(new CallError(0, 'offline', '网络连不上'))
  await failing
  expect(list).toMatchObject({ items: [1], state: 'content', moreError: '网络连不上', staleError: null, hasMore: true })
  const again = list.retry()
  open[2]?.answer(slice([2]))
  await again
  expect(list).toMatchObject({ items: [1, 2], error: null })
  expect(open[2]?.cursor).toBe('b')
})

test('when looking again fails, then what is there stays and the first page is asked for again', async () => {
  const { open, load } = asked<Slice<number>>()
  const list = new Paged<number>(load)
  const first = list.refresh()
  open[0]?.answer(slice([1], 'b'))
  await first
  const failing = list.refresh()
  open[1]?.fail(new CallError(0, 'offline', '网络连不上'))
  await failing
  expect(list).toMatchObject({ items: [1], staleError: '网络连不上', moreError: null })
  const again = list.retry()
  open[2]?.answer(slice([8]))
  await again
  expect(list).toMatchObject({ items: [8], error: null, hasMore: false })
})

test('when the filter changes, then the list waits instead of showing what was', async () => {
  const { open, load } = asked<Slice<number>>()
  const list = new Paged<number>(load)
  const first = list.refresh()
  open[0]?.answer(slice([1], 'b'))
  await first
  list.clear()
  expect(list).toMatchObject({ state: 'loading', items: [], hasMore: false })
})

test('when the first page fails, then the list says so', async () => {
  const list = new Paged<number>(() => Promise.reject(new CallError(503, 'service-unavailable', '服务正在恢复')))
  await list.refresh()
  expect(list).toMatchObject({ state: 'error', error: '服务正在恢复' })
})
