import { screen, waitFor } from '@testing-library/react'
import Learning from '@/pages/study/learning'
import Mailbox from '@/pages/study/mailbox'
import MailboxReview from '@/pages/study/mailbox-review'
import StudyQuiz from '@/pages/study/quiz'
import { session } from '@/session/session'
import { accessFaults } from '../helpers/client/access'
import { cardAtCorner } from '../helpers/client/mailbox'
import { press, see, show, signInAs } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

beforeAll(async () => {
  await cardAtCorner(await somebodyElse('outsider'), '等着看的一张。')
})

describe.each([false, true])('when 长辈版 is %s', (elder) => {
  afterAll(() => session.setElder(false))

  test('when the mailbox is read out, mine and its review too, then everything has its name', async () => {
    await signInAs('site_host')
    session.setElder(elder)
    const wall = show(<Mailbox />)
    await press('写一张寄语')
    await press('我写的')
    expect(await accessFaults(wall.container)).toEqual([])
    wall.unmount()
    const { container } = show(<MailboxReview />)
    await press('退回：等着看的一张。')
    expect(await accessFaults(container)).toEqual([])
  })

  test('when the list and the quiz are read out, then everything has its name', async () => {
    await signInAs('board_editor')
    session.setElder(elder)
    const list = show(<Learning />)
    await press('加一条')
    await see('国史网')
    expect(await accessFaults(list.container)).toEqual([])
    list.unmount()
    const { container } = show(<StudyQuiz />)
    await see('今天的 5 道题')
    expect(await accessFaults(container)).toEqual([])
  })
})

test('when a link is tapped in a browser, then it opens in a page of its own', async () => {
  const opened: unknown[] = []
  window.open = (...asked) => {
    opened.push(asked)
    return null
  }
  show(<Learning />)
  await press(/^国史网/)
  await waitFor(() => expect(screen.getByText('已在新页面打开。')).toBeVisible())
  expect(opened).toEqual([['https://www.hprc.org.cn/', '_blank', 'noopener,noreferrer']])
})
