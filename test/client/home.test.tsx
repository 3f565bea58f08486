import Home from '@/pages/home/index'
import { nextScreen, press, show, signInAsNewcomer } from '../helpers/client/screen'

test('when a newcomer opens home, then the first thing is where they live', async () => {
  await signInAsNewcomer()
  show(<Home />)
  await press('选居民区')
  expect(await nextScreen()).toContain('/pages/account/area/index')
})
