import type { Persona, roles } from '../../../contract/account'

export interface DemoFact {
  readonly nickname: string
  readonly town: string
  readonly home?: { readonly area: string; readonly compound: string; readonly building: string; readonly room: string }
  readonly grant?: { readonly role: (typeof roles)[number]; readonly scope: string; readonly scopeName: string }
}

const xinhong = '310112008'
const hongqiao = '310112107'

const aibo4 = (building: string, room: string) => ({ area: '310112008012', compound: 'CP31011200801201', building, room })

/** Nobody real. A person's id and telephone are made of the place in this list, so it only grows at its end. */
export const people: readonly (readonly [Persona, DemoFact])[] = [
  ['resident', { nickname: '王阿姨', town: xinhong, home: aibo4('20号楼', '301') }],
  [
    'daughter',
    {
      nickname: '王小雯',
      town: xinhong,
      home: { area: '310112008013', compound: 'CP31011200801301', building: '6号楼', room: '1502' },
    },
  ],
  [
    'party_member',
    {
      nickname: '李强',
      town: xinhong,
      home: aibo4('25号楼', '902'),
      grant: { role: 'party_member', scope: 'DZB-310112008012', scopeName: '爱博四村党支部' },
    },
  ],
  [
    'secretary',
    { nickname: '陈书记', town: xinhong, grant: { role: 'secretary', scope: 'DZB-310112008012', scopeName: '爱博四村党支部' } },
  ],
  [
    'site_host',
    { nickname: '讲解员小周', town: hongqiao, grant: { role: 'site_host', scope: 'STU-001', scopeName: '共享空间学习角(东)' } },
  ],
  ['grid_worker', { nickname: '张敏', town: xinhong, grant: { role: 'grid_worker', scope: 'XH-01', scopeName: '新虹示例网格' } }],
  ['grid_leader', { nickname: '刘组长', town: xinhong, grant: { role: 'grid_leader', scope: 'XH-01', scopeName: '新虹示例网格' } }],
  ['property', { nickname: '周师傅', town: xinhong, grant: { role: 'property', scope: 'CP31011200801201', scopeName: '爱博四村' } }],
  ['department', { nickname: '顾队长', town: xinhong, grant: { role: 'department', scope: 'CG-XH', scopeName: '新虹街道综合行政执法队' } }],
  ['canteen_staff', { nickname: '陈师傅', town: hongqiao, grant: { role: 'canteen_staff', scope: 'CAN-001', scopeName: '古北社区食堂' } }],
  ['board_editor', { nickname: '小沈', town: xinhong, grant: { role: 'board_editor', scope: xinhong, scopeName: '新虹街道' } }],
  ['board_reviewer', { nickname: '老徐', town: xinhong, grant: { role: 'board_reviewer', scope: xinhong, scopeName: '新虹街道' } }],
  ['admin', { nickname: '赵主任', town: xinhong, grant: { role: 'admin', scope: xinhong, scopeName: '新虹街道' } }],
  ['neighbour', { nickname: '孙阿姨', town: xinhong, home: aibo4('20号楼', '602') }],
  [
    'outsider',
    {
      nickname: '何先生',
      town: hongqiao,
      home: { area: '310112107015', compound: 'CP31011210701502', building: '8号楼', room: '1101' },
    },
  ],
]
