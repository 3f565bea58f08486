import type { ReactNode } from 'react'
import { StaffPage, type StaffPlace } from '@/components/staff-page'
import { deskRoles, editorRoles } from './may'
import { appealsUrl, definitionUrl, deskUrl } from './urls'
import './desk.scss'

const places = {
  desk: { url: deskUrl, title: '待办', roles: deskRoles },
  appeals: { url: appealsUrl, title: '申诉', roles: deskRoles },
  definition: { url: definitionUrl, title: '榜单设置', roles: editorRoles },
} as const satisfies Record<string, StaffPlace>

/** Reached from the desk, for one period of a board. */
const details = {
  figures: { url: '', title: '成绩', roles: editorRoles },
  review: { url: '', title: '审核', roles: deskRoles },
} as const satisfies Record<string, StaffPlace>

const all: Readonly<Record<keyof typeof places | keyof typeof details, StaffPlace>> = { ...places, ...details }

/** The frame of the pages of those who make the boards. */
export const DeskPage = ({ at, children }: { at: keyof typeof all; children: () => ReactNode }) => (
  <StaffPage
    service='board'
    at={all[at]}
    places={at in details ? [all[at]] : Object.values(places)}
    hint='榜单编辑和审核登录后，在这里录成绩、审核、公布。'
    refusal={{ title: '这里是编榜、审榜的人用的', hint: '您的账号没有这个身份。要看榜，请回首页点「社区榜单」。' }}
  >
    {children}
  </StaffPage>
)
