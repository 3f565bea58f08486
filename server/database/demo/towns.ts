export interface TownFact {
  readonly code: string
  readonly name: string
  /** Before the number of a report. */
  readonly prefix: string
  readonly grids: readonly { readonly code: string; readonly name: string }[]
}

export const district = { code: '310112', name: '闵行区' }

/** The two pilot towns with their handling grids. */
export const towns: readonly TownFact[] = [
  { code: '310112008', name: '新虹街道', prefix: 'XH', grids: [{ code: 'XH-01', name: '新虹示例网格' }] },
  {
    code: '310112107',
    name: '虹桥镇',
    prefix: 'HQ',
    grids: [
      { code: 'HQ-JS', name: '金汇、上虹区域处置网格' },
      { code: 'HQ-HM', name: '虹梅区域处置网格' },
      { code: 'HQ-LB', name: '龙柏区域处置网格（示例）' },
    ],
  },
]

/** Departments that every town has. */
export const departments = [
  { code: 'CG', serves: 'city_mgmt', name: '综合行政执法队' },
  { code: 'FG', serves: 'housing_office', name: '房管办事处' },
  { code: 'XF', serves: 'petition_office', name: '信访办公室' },
] as const
