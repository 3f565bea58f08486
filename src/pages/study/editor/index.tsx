import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { holds } from '@/session/holds'
import { StaffPage } from '../staff-page'
import { SiteChoice } from '../staff-site-choice'
import { ImportPane } from './import-pane'
import { RoutesPane } from './routes-pane'
import { NewSite, SiteEditor } from './site-editor'
import './index.scss'

const works = [
  { value: 'site', text: '一处一处改' },
  { value: 'import', text: '用表格录入' },
  { value: 'routes', text: '红色路线' },
] as const
type Work = (typeof works)[number]['value']

/** What staff write down of a site; an admin adds new ones, many at once too, and makes routes of them. */
export default observer(function StudyEditor() {
  return <StaffPage at='editor'>{() => (holds('admin') ? <Works /> : <Sites />)}</StaffPage>
})

const Works = observer(function Works() {
  const [work, setWork] = useState<Work>('site')
  return (
    <View>
      <Choices name='做什么' choices={works} chosen={work} onChoose={setWork} />
      {work === 'site' && <AllSites />}
      {work === 'import' && <ImportPane />}
      {work === 'routes' && <RoutesPane />}
    </View>
  )
})

const AllSites = observer(function AllSites() {
  const [adding, setAdding] = useState(false)
  if (adding) return <NewSite onClose={() => setAdding(false)} />
  return (
    <View>
      <View className='editor-new'>
        <Button plain onClick={() => setAdding(true)}>
          新建学习点
        </Button>
      </View>
      <Sites />
    </View>
  )
})

const Sites = () => <SiteChoice>{(site) => <SiteEditor id={site.id} />}</SiteChoice>
