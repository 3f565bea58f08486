import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { holds } from '@/session/holds'
import { StaffPage } from '../staff-page'
import { SiteChoice } from '../staff-site-choice'
import { NewSite, SiteEditor } from './site-editor'
import './index.scss'

/** What staff write down of a site; an admin adds new ones. */
export default observer(function StudyEditor() {
  const [adding, setAdding] = useState(false)
  return (
    <StaffPage at='editor'>
      {() =>
        adding ? (
          <NewSite onClose={() => setAdding(false)} />
        ) : (
          <View>
            {holds('admin') && (
              <View className='editor-new'>
                <Button plain onClick={() => setAdding(true)}>
                  新建学习点
                </Button>
              </View>
            )}
            <SiteChoice>{(site) => <SiteEditor id={site.id} />}</SiteChoice>
          </View>
        )
      }
    </StaffPage>
  )
})
