import { View } from '@tarojs/components'
import { Chips } from '@/components/chips'
import { Field, Words } from '@/components/field'

const reasons = ['请不要写电话或住址', '请不要写广告', '有不合适的话，请改一下'].map((value) => ({ value, text: value }))

/** Why a card does not hang there, to who wrote it: one of the usual reasons, or one's own words. */
export const WordField = ({ word, onChange }: { word: string; onChange: (word: string) => void }) => (
  <Field name='写一句原因，写的人会收到'>
    <Chips choices={reasons} chosen={word} onChoose={onChange} />
    <View className='field'>
      <Words value={word} label='原因' placeholder='写一句原因' most={100} onChange={onChange} />
    </View>
  </Field>
)
