import { useLaunch } from '@tarojs/taro'
import { autorun } from 'mobx'
import { type PropsWithChildren, useEffect } from 'react'
import { markElder } from '@/lib/platform'
import { session } from '@/session/session'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    session.start()
  })
  useEffect(() => autorun(() => markElder(session.elder)), [])
  return children
}
