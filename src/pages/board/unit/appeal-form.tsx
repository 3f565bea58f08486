import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field, Words } from '@/components/field'
import type { UnitPage } from '../../../../contract/board'
import { PictureField } from '../picture-field'
import { AppealStore } from './appeal-store'

type Props = { page: UnitPage; onSent: () => void; onClose: () => void }

/** The keeper of the unit says what is wrong, with pictures. */
export const AppealForm = observer(function AppealForm({ page, onSent, onClose }: Props) {
  const [store] = useState(() => new AppealStore(page))
  const send = async () => {
    if (!(await store.send())) return
    onSent()
    onClose()
  }
  return (
    <View className='stack'>
      <Field name='哪里有出入' error={store.failure}>
        <Words
          value={store.text}
          label='申诉的内容'
          placeholder='比如：10月12日检查那天，二号点位正在维修'
          most={500}
          onChange={(text) => store.write(text)}
        />
      </Field>
      <PictureField pictures={store.pictures} name='照片（可不放，最多 9 张）' />
      <View className='second'>申诉和答复会公开写在这一期的成绩旁边。</View>
      <Button busy={store.busy && '正在发送…'} onClick={send}>
        提交申诉
      </Button>
      <Button plain onClick={onClose}>
        先不写
      </Button>
    </View>
  )
})
