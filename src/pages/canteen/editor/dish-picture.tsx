import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { choosePictures } from '@/lib/platform'
import { absolute } from '@/lib/request'
import { usePrivacy } from '@/session/privacy'
import type { DishStore } from './dish-store'

/** What the dish looks like; a new picture goes out with the dish. */
export const DishPicture = observer(function DishPicture({ store }: { store: DishStore }) {
  const [failure, setFailure] = useState<string | null>(null)
  const { before, card } = usePrivacy('photo')
  const shown = store.picture ?? (store.dish?.pictureUrl ? absolute(store.dish.pictureUrl) : null)
  const choose = () =>
    before(async () => {
      setFailure(null)
      const [path] = await choosePictures(1, 'album').catch(() => {
        setFailure('没有打开相册，请在手机设置里允许使用相册。')
        return []
      })
      if (path) store.choosePicture(path)
    })
  return (
    <Field name='照片' error={failure}>
      {shown && <Image className='editor-picture' src={shown} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />}
      <Button plain onClick={choose}>
        {shown ? '换一张照片' : '选一张照片'}
      </Button>
      {card && <View>{card}</View>}
    </Field>
  )
})
