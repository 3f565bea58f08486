import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Field, Words } from '@/components/field'
import type { Category } from '../../../../contract/report'
import { privacyWords } from '../labels'
import { PhotoPicker } from '../photo-picker'
import { AnonymousLine } from './anonymous-line'
import type { NewStore } from './new-store'
import { PlaceCard } from './place-card'
import { SimilarCard } from './similar-card'
import { WhenField } from './when-field'
import './index.scss'

/** The form, in the order in which people tell: look, here, this, then. */
export const Form = observer(function Form({ store }: { store: NewStore }) {
  const { category, draft, errors } = store
  return (
    <View>
      <View className='card'>
        <View className='title'>{category?.name}</View>
        {category && privacyWords[category.privacy] && <View className='second'>{privacyWords[category.privacy]}</View>}
        <Field id='field-photoIds' error={errors.photoIds}>
          {category?.evidence === 'none' && <View className='second photo-optional'>有照片更清楚，也可以不拍。</View>}
          <PhotoPicker tray={store.tray} without={withoutPhoto(category)} />
        </Field>
      </View>
      <PlaceCard store={store} />
      <SimilarCard store={store} />
      <View className='card'>
        <Field id='field-text' name='发生了什么' error={errors.text}>
          <Words
            value={draft.text}
            label='发生了什么'
            placeholder={category?.evidence === 'photo' ? '说说情况（可不填）' : '说说情况'}
            most={2000}
            onChange={(text) => store.edit({ text })}
          />
        </Field>
        <WhenField store={store} />
        <AnonymousLine store={store} />
      </View>
    </View>
  )
})

const withoutPhoto = (category: Category | undefined) =>
  category?.evidence === 'photo' ? '这一类要有照片才能上报。不同意的话，可以换个类别用文字说。' : '不同意也可以上报：用文字说明情况。'
