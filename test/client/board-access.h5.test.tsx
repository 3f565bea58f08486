import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import Board from '@/pages/board/board'
import BoardCompare from '@/pages/board/compare'
import BoardHome from '@/pages/board/home'
import BoardUnit from '@/pages/board/unit'
import { session } from '@/session/session'
import { accessFaults } from '../helpers/client/access'
import { abo4, sorting, town } from '../helpers/client/boards'
import { phone } from '../helpers/client/phone'
import { press, see, show, signInAs } from '../helpers/client/screen'
import { send } from '../helpers/client/taro-http'

const at = { town, code: sorting, unit: abo4 }
beforeAll(() => signInAs('resident'))

describe.each([false, true])('when 长辈版 is %s', (elder) => {
  beforeEach(() => session.setElder(elder))
  afterAll(() => session.setElder(false))

  test('when the boards are read out, then everything has its name', async () => {
    const { container } = show(<BoardHome />)
    await screen.findByLabelText(/^居民区垃圾分类先进排行榜，.+，第 5 名/)
    await press('看别的街镇')
    await see('虹桥镇')
    expect(await accessFaults(container)).toEqual([])
  })

  test('when a board is read out with all that unfolds, then everything has its name', async () => {
    const { container } = show(<Board />, at)
    await screen.findByLabelText('第 5 名')
    await press('看规则')
    await press(/看数字$/)
    await press(/换一期$/)
    await see('58 个有名次')
    expect(await accessFaults(container)).toEqual([])
  })

  test('when a unit and a comparison are read out, then everything has its name', async () => {
    const unit = show(<BoardUnit />, { town, code: 'PROP.REDBLACK', unit: 'CP31011200801201' })
    await see('采纳了，会更正')
    await press(/看改了什么$/)
    expect(await accessFaults(unit.container)).toEqual([])
    unit.unmount()
    const { container } = show(<BoardCompare />, { ...at, other: '310112008014' })
    await see('申贵路比爱博四村靠前 4 位。')
    expect(await accessFaults(container)).toEqual([])
  })
})

test('when somebody wants the figures of a board, then a browser saves them as a table under the board’s name; without a network it says so', async () => {
  let table = ''
  Object.assign(Taro, {
    downloadFile: async ({ url, header }: { url: string; header: Record<string, string> }) => {
      const { statusCode, text } = await send('downloadFile', { url, header }).done
      table = text
      return { statusCode, tempFilePath: 'blob:table' }
    },
  })
  const saved: string[] = []
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  show(<Board />, at)
  await see('58 个有名次')
  phone.setNetwork('off')
  await press('下载这一期的表格')
  await see('网络连不上，请检查网络后再试。')
  phone.setNetwork('on')
  await press('下载这一期的表格')
  await waitFor(() => expect(saved).toEqual([expect.stringMatching(/^居民区垃圾分类先进排行榜 \d{4}年\d+月\.csv$/)]))
  expect(table).toContain('爱博四村')
  click.mockRestore()
})
