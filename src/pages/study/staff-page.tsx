import type { ReactNode } from 'react'
import { StaffPage as Frame, type StaffPlace as Place } from '@/components/staff-page'
import { branchUrl, doubtfulUrl, editorUrl, hostUrl } from './urls'
import './staff.scss'

const places = {
  host: { url: hostUrl(), title: '现场打卡', roles: ['site_host', 'admin'] },
  doubtful: { url: doubtfulUrl, title: '待核实', roles: ['site_host', 'secretary', 'admin'] },
  branch: { url: branchUrl, title: '支部', roles: ['secretary', 'admin'] },
  editor: { url: editorUrl(), title: '学习点', roles: ['site_host', 'admin'] },
} as const satisfies Record<string, Place>
export type StaffPlace = keyof typeof places

/** The frame of the staff pages: for who looks after sites or a branch. */
export const StaffPage = ({ at, children }: { at: StaffPlace; children: () => ReactNode }) => (
  <Frame
    service='study'
    at={places[at]}
    places={Object.values(places)}
    hint='讲解员和支部书记登录后，在这里打开打卡码、核实打卡、看支部。'
    refusal={{
      title: at === 'branch' ? '这里是支部书记用的' : '这里是学习点工作人员用的',
      hint: '您的账号没有这个身份。要打卡，请回首页点「打卡」。',
    }}
  >
    {children}
  </Frame>
)
