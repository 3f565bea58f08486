import { waitFor } from '@testing-library/react'
import StudyPath from '@/pages/study/path'
import StudyShare from '@/pages/study/share'
import { session } from '@/session/session'
import { accessFaults } from '../helpers/client/access'
import { press, see, show, signInAs } from '../helpers/client/screen'

beforeAll(() => {
  // jsdom fetches no pictures: each is there as soon as its address is known
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    set(this: HTMLImageElement) {
      setTimeout(() => this.onload?.(new Event('load')))
    },
  })
  return signInAs('party_member')
})

describe.each([false, true])('when 长辈版 is %s', (elder) => {
  beforeEach(() => session.setElder(elder))
  afterAll(() => session.setElder(false))

  test('when the path is read out, with each of its lists, then everything has its name', async () => {
    const { container } = show(<StudyPath />)
    await see(/^去过 \d+ 次/)
    await press(/^还有 \d 枚，怎么得$/)
    expect(await accessFaults(container)).toEqual([])
    await press('打卡')
    await waitFor(() => expect(document.querySelectorAll('.check-in-card').length).toBeGreaterThanOrEqual(4))
    expect(await accessFaults(container)).toEqual([])
    await press('积分')
    await see('一共')
    expect(await accessFaults(container)).toEqual([])
  })

  test('when the picture is read out, then it says what it shows, and a browser saves it as a file', async () => {
    Object.assign(URL, { createObjectURL: () => 'blob:picture' })
    const saved: string[] = []
    const keep = (event: Event) => {
      event.preventDefault()
      saved.push((event.target as HTMLAnchorElement).download)
    }
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      this.addEventListener('click', keep)
      this.dispatchEvent(new Event('click', { cancelable: true }))
    })
    const { container } = show(<StudyShare />)
    await press('保存图片')
    await see('图片已保存')
    expect(saved).toEqual(['我的学习足迹.jpg'])
    expect(await accessFaults(container)).toEqual([])
    click.mockRestore()
  })
})
