import { screen, waitFor } from '@testing-library/react'
import { Button } from '@/components/button'
import { type PrivateThing, usePrivacy } from '@/session/privacy'
import { nextScreen, press, see, show } from '../helpers/client/screen'

const taken: string[] = []
beforeEach(() => void taken.splice(0))

function Camera({ thing = 'photo' }: { thing?: PrivateThing }) {
  const privacy = usePrivacy(thing)
  return (
    <>
      <Button onClick={() => privacy.before(() => taken.push(thing))}>拍照</Button>
      {privacy.card}
    </>
  )
}

test('when a picture is wanted for the first time, then the consent comes first, and is remembered in the browser', async () => {
  show(<Camera />)
  await press('拍照')
  await see('用您的相机和相册')
  expect(taken).toEqual([])
  await press('同意并继续')
  await waitFor(() => expect(taken).toEqual(['photo']))
  expect(screen.queryByText('用您的相机和相册')).toBeNull()
  await press('拍照')
  await waitFor(() => expect(taken).toEqual(['photo', 'photo']))
})

test('when the consent is refused, then nothing is taken and it is asked again the next time', async () => {
  show(<Camera thing='position' />)
  await press('拍照')
  await see(/不同意也没关系/)
  await press('不同意')
  await waitFor(() => expect(screen.queryByText('用您现在的位置')).toBeNull())
  expect(taken).toEqual([])
  await press('拍照')
  await see('用您现在的位置')
})

test('when somebody wants to read more before agreeing, then the whole text is one tap away', async () => {
  show(<Camera />)
  await press('拍照')
  await press(/隐私保护指引/)
  expect(await nextScreen()).toBe('/pages/account/privacy/index')
})
