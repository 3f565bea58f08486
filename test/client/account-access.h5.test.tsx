import type { ReactElement } from 'react'
import About from '@/pages/account/about/index'
import AreaPage from '@/pages/account/area/index'
import Inbox from '@/pages/account/inbox/index'
import Privacy from '@/pages/account/privacy/index'
import Profile from '@/pages/account/profile/index'
import SignIn from '@/pages/account/sign-in/index'
import { session } from '@/session/session'
import { accessFaults } from '../helpers/client/access'
import { press, see, show, signInAs, signOut } from '../helpers/client/screen'

const pages: [string, ReactElement, string | RegExp][] = [
  ['sign-in', <SignIn key='a' />, '王阿姨'],
  ['profile', <Profile key='b' />, '住址'],
  ['area', <AreaPage key='c' />, '几号楼、几室？'],
  ['inbox', <Inbox key='d' />, /没看$|^都看过了$/],
  ['about', <About key='e' />, '街镇的承诺'],
  ['privacy', <Privacy key='f' />, '谁能看到'],
]

test.each(pages)('when %s is read out or used by keyboard, then nothing is in the way', async (_, page, words) => {
  await signInAs('resident')
  const { container } = show(page)
  await see(words)
  expect(await accessFaults(container)).toEqual([])
})

test('when the position is asked for, then the question can be read out and answered by keyboard', async () => {
  await signOut()
  const { container } = show(<AreaPage />)
  await press('用现在的位置找')
  await see('同意并继续')
  expect(await accessFaults(container)).toEqual([])
})

test('when big letters are on, then every page wears them from its first drawing', async () => {
  await signInAs('resident')
  session.setElder(true)
  const { container } = show(<About />)
  expect(container.firstElementChild).toHaveClass('page-elder')
  session.setElder(false)
})
