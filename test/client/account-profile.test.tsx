import { screen, waitFor } from '@testing-library/react'
import sharp from 'sharp'
import Profile from '@/pages/account/profile/index'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut, target } from '../helpers/client/screen'

test('when somebody changes their nickname, then it is saved and says so in place', async () => {
  await signInAsNewcomer()
  show(<Profile />)
  await fill('昵称', '  小李 🌈 ')
  await press('保存昵称')
  await see('昵称已保存')
  expect(session.person?.nickname).toBe('小李 🌈')
  expect(screen.getByLabelText('昵称')).toHaveValue('小李 🌈')
  expect(await target('保存昵称')).toBeDisabled()
})

test('when the nickname is only blanks, then the field says so and the old one stays', async () => {
  await signInAsNewcomer()
  show(<Profile />)
  await fill('昵称', '   ')
  await press('保存昵称')
  await see('昵称不能为空。')
  expect(session.person?.nickname).toBe('新邻居')
  await fill('昵称', '小李')
  expect(screen.queryByText('昵称不能为空。')).toBeNull()
})

test('when the server refuses the nickname, then the field shows its words', async () => {
  await signInAsNewcomer()
  show(<Profile />)
  await fill('昵称', '字'.repeat(21))
  await press('保存昵称')
  await see('最多 20 个字')
})

test('when there is no network, then what was typed stays and can be saved later', async () => {
  await signInAsNewcomer()
  show(<Profile />)
  await fill('昵称', '小李')
  phone.setNetwork('off')
  await press('保存昵称')
  await see('网络连不上，请检查网络后再试。')
  phone.setNetwork('on')
  await press('保存昵称')
  await see('昵称已保存')
})

test('when somebody lets WeChat tell their number, then it is shown masked', async () => {
  await signInAsNewcomer()
  show(<Profile />)
  await see('还没有绑定')
  phone.telephone = '13912345678'
  await press('绑定微信的手机号')
  await see('手机号已绑定')
  expect(screen.getByText('139****5678')).toBeVisible()
  expect(document.body.textContent).not.toContain('13912345678')
})

test('when somebody keeps their number to themselves, then nothing is forced on them', async () => {
  await signInAsNewcomer()
  show(<Profile />)
  await press('绑定微信的手机号')
  await see('没有取到手机号。不绑定也能上报，随时可以再试。')
})

test('when a new picture is chosen, then it is uploaded and can be taken away again', async () => {
  await signInAsNewcomer()
  phone.files.set(
    '/tmp/avatar.png',
    await sharp({ create: { width: 300, height: 300, channels: 3, background: 'teal' } })
      .png()
      .toBuffer(),
  )
  phone.pictures = ['/tmp/avatar.png']
  show(<Profile />)
  await press('换头像')
  await see('头像已保存')
  expect(session.person?.avatarUrl).toMatch(/^\/api\/v1\/photos\//)
  await press('不用头像')
  await waitFor(() => expect(session.person?.avatarUrl).toBeNull())
})

test('when the picture is none, then the person is told and the old one stays', async () => {
  await signInAsNewcomer()
  phone.files.set('/tmp/avatar.png', Buffer.from('not a picture'))
  phone.pictures = ['/tmp/avatar.png']
  show(<Profile />)
  await press('换头像')
  expect(await screen.findByRole('alert')).toHaveTextContent(/照片|图片/)
  expect(session.person?.avatarUrl).toBeNull()
})

test('when 王阿姨 looks at her address, then the room is masked and a tap leads to changing it', async () => {
  await signInAs('resident')
  show(<Profile />)
  expect((await see('3**')).textContent).toBe('3**')
  expect(screen.getByText('20号楼')).toBeVisible()
  await press('住址，去修改')
  expect(await nextScreen()).toBe('/pages/account/area/index')
})

test('when nobody is signed in, then the way to sign in is shown', async () => {
  await signOut()
  show(<Profile />)
  await press('登录')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})
