import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Tap } from '@/components/tap'
import { choosePictures, inWeChat } from '@/lib/platform'
import { usePrivacy } from '@/session/privacy'
import { session } from '@/session/session'
import { Saved } from '../saved'
import type { ProfileStore } from './profile-store'

/** The picture: WeChat's own chooser there, a file in a browser. */
export const AvatarCard = observer(function AvatarCard({ store }: { store: ProfileStore }) {
  const { before, card } = usePrivacy('avatar')
  const { person } = session
  const sending = store.busy === 'avatar' && `正在上传 ${store.percent}%`
  const choose = () =>
    before(async () => {
      const [path] = await choosePictures(1, 'album')
      if (path) await store.saveAvatar(path)
    })
  return (
    <View className='card'>
      <View className='row'>
        {person && <Avatar person={person} />}
        <View className='grow'>
          <View className='title'>头像</View>
          <View className='second'>照片里的位置等信息会先去掉</View>
        </View>
      </View>
      <View className='stack profile-action'>
        {inWeChat ? (
          <Button plain openType='chooseAvatar' busy={sending} onChooseAvatar={({ detail }) => store.saveAvatar(detail.avatarUrl)}>
            换头像
          </Button>
        ) : (
          <Button plain busy={sending} onClick={choose}>
            换头像
          </Button>
        )}
        {card}
        {person?.avatarUrl && !sending && (
          <Tap className='text-link' onClick={() => store.saveAvatar(null)}>
            不用头像
          </Tap>
        )}
      </View>
      <FieldError text={store.errors.get('avatar')} />
      {store.saved === 'avatar' && <Saved text='头像已保存' />}
    </View>
  )
})
