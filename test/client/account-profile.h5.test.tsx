import { screen, waitFor } from '@testing-library/react'
import sharp from 'sharp'
import Profile from '@/pages/account/profile/index'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { press, see, show, signInAs } from '../helpers/client/screen'

test('when a browser is used, then it says why the telephone number cannot be bound here', async () => {
  await signInAs('daughter')
  show(<Profile />)
  await see(/手机号要由微信核实/)
  expect(screen.queryByText('换手机号')).toBeNull()
})

test('when a picture is chosen for the first time, then the person is asked before and may refuse', async () => {
  await signInAs('daughter')
  phone.files.set(
    '/tmp/avatar.jpg',
    await sharp({ create: { width: 300, height: 300, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer(),
  )
  phone.pictures = ['/tmp/avatar.jpg']
  show(<Profile />)
  await press('换头像')
  await see('用您的相册')
  await press('不同意')
  await waitFor(() => expect(screen.queryByText('用您的相册')).toBeNull())
  expect(phone.sent).not.toContain('POST /photos')
  await press('换头像')
  await press('同意并继续')
  await see('头像已保存')
  expect(session.person?.avatarUrl).not.toBeNull()
})
