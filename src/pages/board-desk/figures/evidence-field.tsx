import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Tap } from '@/components/tap'
import { absolute } from '@/lib/request'
import { usePrivacy } from '@/session/privacy'
import type { EntryDraft } from './entry-draft'
import { type EntryStore, mostPhotos } from './entry-store'

/** Pictures that show what the figures say; everybody sees them beside the unit. */
export const EvidenceField = observer(function EvidenceField({ store, photos }: { store: EntryStore; photos: EntryDraft['photos'] }) {
  const { before, card } = usePrivacy('photo', '不同意也没关系：可以不放照片，只写文字。')
  const isBusy = store.busy === 'photo'
  return (
    <Field name={`照片，大家看得到，最多 ${mostPhotos} 张`} error={store.faults.photoIds}>
      <View className='desk-evidence entry-photos'>
        {photos.map(({ id, thumbUrl }, at) => (
          <View key={id} className='entry-photo'>
            <Image className='desk-thumb' src={absolute(thumbUrl)} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
            <Tap
              className='text-link'
              label={`去掉第 ${at + 1} 张照片`}
              onClick={() => store.change({ photos: photos.filter((one) => one.id !== id) })}
            >
              去掉
            </Tap>
          </View>
        ))}
      </View>
      {photos.length < mostPhotos && (
        <View className='staff-buttons'>
          <Button plain busy={isBusy && '正在上传…'} onClick={() => before(() => store.addPhotos('camera'))}>
            拍照
          </Button>
          <Button plain busy={isBusy && '正在上传…'} onClick={() => before(() => store.addPhotos('album'))}>
            从相册选
          </Button>
        </View>
      )}
      {card && <View>{card}</View>}
    </Field>
  )
})
