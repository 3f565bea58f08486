import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { newKey } from '@/lib/key'
import { sendFile } from '@/lib/upload'
import type { AllCalls } from '../../../../contract'
import type { ReplyOf } from '../../../../contract/call'
import { kindWords } from '../labels'
import { ImportPart } from '../table-import'
import { TableImport } from '../table-import-store'

type Imported = ReplyOf<AllCalls['POST /sites/imports']>

async function send(path: string): Promise<string> {
  const { added, changed, unchanged } = await sendFile<Imported>('/sites/imports', path, newKey()).reply
  const parts = [`新加 ${added} 处`, `改了 ${changed} 处`, unchanged > 0 && `${unchanged} 处没有变`]
  return `${parts.filter(Boolean).join('，')}。`
}

/** Many sites at once, from a file: all of it or, when a row is wrong, nothing. */
export const ImportPane = observer(function ImportPane() {
  const [store] = useState(() => new TableImport(send))
  return (
    <View className='card stack'>
      <View className='title'>用表格一次录入学习点</View>
      <View>CSV 或 Excel，一行一处，第一行写列名。编号已经有的会照表格改；有一行不对，就一行也不导入。</View>
      <View className='second'>一定要有：编号、名称、类别、经度、纬度、开放时间。</View>
      <View className='second'>可以没有：地址、打卡方式、范围(米)、介绍、怎么去。空着的格子保持原样。</View>
      <View className='second'>类别写：{Object.values(kindWords).join('、')}。</View>
      <View className='second'>开放时间写：09:00-17:00，或 周一至周五 09:00-17:00；几段用分号隔开。</View>
      <View className='second'>打卡方式写：屏幕码、固定码、讲解员，用顿号隔开。</View>
      <ImportPart store={store} />
    </View>
  )
})
