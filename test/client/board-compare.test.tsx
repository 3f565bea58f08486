import { screen, waitFor } from '@testing-library/react'
import BoardCompare from '@/pages/board/compare'
import BoardShare from '@/pages/board/share'
import { abo4, sorting, town } from '../helpers/client/boards'
import { readDrawn } from '../helpers/client/paper'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signOut } from '../helpers/client/screen'

const at = { town, code: sorting, unit: abo4 }
beforeAll(() => signOut())

describe('two units side by side', () => {
  test('when the other one is found by its pinyin, then ranks, scores, parts and both lines are there, and another can be chosen', async () => {
    show(<BoardCompare />, at)
    await see('爱博四村和谁比？')
    expect(screen.queryByLabelText(/^第 5 名，爱博四村/)).toBeNull()
    await fill('按名字找', 'shengui')
    await press(/^第 1 名，申贵路/)
    await see('申贵路比爱博四村靠前 4 位。')
    expect(screen.getByLabelText('爱博四村，第 5 名')).toBeVisible()
    expect(screen.getByLabelText('申贵路，第 1 名')).toBeVisible()
    expect(screen.getByLabelText('分类实效，爱博四村得 38.2')).toBeVisible()
    expect(screen.getByLabelText(/^爱博四村近 12 期名次：.+；申贵路近 12 期名次：/)).toBeVisible()
    expect(phone.share().path).toContain('other=310112008014')
    await press('近 12 期的名次，看数字')
    expect(screen.getByText('申贵路 第 1 名 · 97.4')).toBeVisible()
    await press('换一个比')
    await see('爱博四村和谁比？')
  })

  test('when a link names both, then they are there at once; without a network it says so and offers to try again', async () => {
    phone.setNetwork('off')
    show(<BoardCompare />, { ...at, other: '310112008014' })
    await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 9000 })
    phone.setNetwork('on')
    await press('重试')
    await see('申贵路比爱博四村靠前 4 位。')
  }, 20_000)

  test('when nobody is called so, or the board ranks no such unit, then it says so', async () => {
    const { unmount } = show(<BoardCompare />, at)
    await fill('按名字找', '没有这个村')
    await see('没有找到别的')
    unmount()
    show(<BoardCompare />, { ...at, unit: 'nobody' })
    await see('这个榜上没有它')
  })
})

describe('the picture to share', () => {
  test('when it is drawn, then it has board, period, unit, rank, line and a code, and goes into the album', async () => {
    show(<BoardShare />, at)
    expect(
      await screen.findByLabelText(/^分享图，居民区垃圾分类先进排行榜，.+，爱博四村，第 5 名，共 58 个，94\.6 分，升 2 位$/),
    ).toBeVisible()
    await press('存到相册')
    await see('存到相册了')
    const { words, squares, strokes } = readDrawn(phone.saved[0])
    expect(words).toEqual(
      expect.arrayContaining([
        '居民区垃圾分类先进排行榜',
        '爱博四村',
        '第 5 名',
        '共 58 个',
        '94.6 分 · 升 2 位',
        '1 名',
        '扫一扫，看这个榜',
      ]),
    )
    expect(strokes).toBe(11)
    expect(squares).toBeGreaterThan(200)
  })

  test('when the unit is not there, then the page says so; when nothing can be loaded, then it offers to try again', async () => {
    const { unmount } = show(<BoardShare />, { ...at, unit: 'nobody' })
    await press('看别的榜单')
    expect(await nextScreen()).toBe('/pages/board/home/index')
    unmount()
    phone.setNetwork('off')
    show(<BoardShare />, at)
    await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 9000 })
    phone.setNetwork('on')
    await press('重试')
    await see('存到相册')
  }, 20_000)
})
