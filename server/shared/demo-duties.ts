import type { Persona } from '../../contract/account'

/** What each demo person does in the town, in Chinese, in the order they are listed. */
export const demoDuties: Readonly<Record<Persona, string>> = {
  resident: '爱博四村居民，上报的人',
  daughter: '王阿姨的女儿，住万科润园',
  party_member: '爱博四村居民、党员',
  secretary: '爱博四村党支部书记',
  site_host: '虹桥镇共享空间学习角(东)讲解员',
  grid_worker: '新虹示例网格的网格员',
  grid_leader: '新虹示例网格的组长',
  property: '爱博四村物业',
  department: '新虹街道综合行政执法队',
  canteen_staff: '虹桥镇古北社区食堂',
  board_editor: '新虹街道榜单编辑',
  board_reviewer: '新虹街道榜单审核',
  admin: '新虹街道管理员',
  neighbour: '王阿姨楼上的邻居',
  outsider: '虹桥镇锦绣江南家园居民，不在新虹街道',
}
