import { screen, waitFor } from '@testing-library/react'
import { privacyNeeded, rememberPrivacy } from '@/lib/platform'
import Privacy from '@/pages/account/privacy/index'
import { press, see, show } from '../helpers/client/screen'

test('when somebody has agreed in a browser, then they can take it back and are asked anew', async () => {
  rememberPrivacy()
  show(<Privacy />)
  await press('撤回同意')
  await see('已经撤回')
  expect(await privacyNeeded()).toBe(true)
  await waitFor(() => expect(screen.queryByText('撤回同意')).toBeNull())
})

test('when nothing was agreed to, then there is nothing to take back', async () => {
  show(<Privacy />)
  await see('还没有同意使用。第一次用到时会先问您。')
  expect(screen.queryByText('撤回同意')).toBeNull()
})
