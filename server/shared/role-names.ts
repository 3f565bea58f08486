import type { Role } from '../../contract/call'

/** What a role is called on the screen. */
export const roleNames: Readonly<Record<Role, string>> = {
  resident: '居民',
  party_member: '党员',
  secretary: '党支部书记',
  site_host: '学习点讲解员',
  grid_worker: '网格员',
  grid_leader: '网格组长',
  property: '物业',
  department: '职能部门',
  canteen_staff: '食堂工作人员',
  board_editor: '榜单编辑',
  board_reviewer: '榜单审核',
  admin: '管理员',
}
