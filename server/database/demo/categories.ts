import type { HandlerKind, Privacy } from '../../../contract/report'

type Evidence = 'none' | 'photo_optional' | 'photo'
/** Code, name, minutes from report to handled, who handles it, evidence, privacy; the last where only devices report it. */
type CategoryFact = readonly [
  code: string,
  name: string,
  limitMinutes: number,
  handler: HandlerKind,
  evidence: Evidence,
  privacy: Privacy,
  onlyBy?: 'device',
]

/** Limits of 5 minutes, an hour and 7 days are promised by the pilot towns; the others are chosen for the demo. */
export const categoryGroups: readonly { readonly code: string; readonly name: string; readonly categories: readonly CategoryFact[] }[] = [
  {
    code: 'EB',
    name: '电动自行车',
    categories: [
      ['EB.LIFT', '电动车/蓄电池进电梯', 5, 'grid_worker', 'photo_optional', 'normal'],
      ['EB.CORR', '楼道、门厅停放', 1440, 'property', 'photo', 'normal'],
      ['EB.CHG', '楼道或飞线充电', 240, 'property', 'photo', 'normal'],
      ['EB.EXIT', '停放堵消防通道', 240, 'property', 'photo', 'normal'],
    ],
  },
  {
    code: 'GB',
    name: '生活垃圾',
    categories: [
      ['GB.OFF', '非投放时段落地垃圾', 60, 'property', 'photo', 'normal'],
      ['GB.MIX', '混合投放', 1440, 'property', 'photo', 'masked'],
      ['GB.FULL', '厢房满溢、不洁', 240, 'property', 'photo', 'normal'],
      ['GB.BULK', '大件、装修垃圾乱堆', 1440, 'property', 'photo', 'normal'],
      ['GB.HAUL', '混装混运', 1440, 'city_mgmt', 'photo', 'masked'],
    ],
  },
  {
    code: 'HT',
    name: '高空抛物',
    categories: [
      ['HT.THROW', '高空抛物', 60, 'neighborhood', 'photo_optional', 'private'],
      ['HT.FALL', '外墙、搁置物坠落隐患', 240, 'property', 'photo', 'normal'],
    ],
  },
  {
    code: 'CO',
    name: '楼道堆物',
    categories: [
      ['CO.STACK', '楼道堆物', 1440, 'property', 'photo', 'normal'],
      ['CO.EXIT', '堵塞安全出口', 240, 'property', 'photo', 'normal'],
      ['CO.BEAU', '美丽楼道建议', 10080, 'neighborhood', 'none', 'normal'],
    ],
  },
  {
    code: 'PK',
    name: '车辆违停',
    categories: [
      ['PK.FIRE', '占用消防通道', 60, 'property', 'photo', 'masked'],
      ['PK.DOOR', '堵楼道口、出入口', 60, 'property', 'photo', 'masked'],
      ['PK.LOT', '小区占道', 1440, 'property', 'photo', 'masked'],
    ],
  },
  {
    code: 'FS',
    name: '消防与安全隐患',
    categories: [
      ['FS.EQUIP', '消防设施损坏', 240, 'property', 'photo', 'normal'],
      ['FS.OTHER', '其他安全隐患', 1440, 'grid_worker', 'photo_optional', 'normal'],
    ],
  },
  {
    code: 'LT',
    name: '电梯',
    categories: [
      ['LT.FAULT', '电梯故障', 240, 'property', 'none', 'normal'],
      ['LT.ADD', '加装电梯咨询', 10080, 'neighborhood', 'none', 'normal'],
    ],
  },
  {
    code: 'PM',
    name: '物业与业委会',
    categories: [
      ['PM.SVC', '物业服务质量', 10080, 'property', 'none', 'normal'],
      ['PM.COMM', '业委会履职', 10080, 'housing_office', 'none', 'private'],
      ['PM.FUND', '维修资金、公共收益', 10080, 'housing_office', 'none', 'private'],
    ],
  },
  {
    code: 'ST',
    name: '街面与环境',
    categories: [
      ['ST.LANE', '背街小巷', 1440, 'city_mgmt', 'photo', 'normal'],
      ['ST.MKT', '菜场', 1440, 'city_mgmt', 'photo', 'normal'],
      ['ST.ROAD', '街面乱设摊、跨门', 1440, 'city_mgmt', 'photo', 'normal'],
      ['ST.WATER', '河道水环境', 4320, 'city_mgmt', 'photo', 'normal'],
    ],
  },
  {
    code: 'CW',
    name: '大客流',
    categories: [['CW.CROWD', '客流超阈值', 15, 'grid_worker', 'none', 'staff_only', 'device']],
  },
  {
    code: 'CV',
    name: '文明与其他',
    categories: [
      ['CV.PRAISE', '表扬', 10080, 'neighborhood', 'none', 'normal'],
      ['CV.IDEA', '建议、急难愁盼', 10080, 'neighborhood', 'none', 'normal'],
      ['CV.PETITION', '家门口信访预约', 10080, 'petition_office', 'none', 'private'],
    ],
  },
]

/** Shown before the form where life may be in danger. */
export const stoppers: Readonly<Record<string, { readonly phone: string; readonly text: string }>> = {
  'HT.THROW': { phone: '110', text: '有人正在往下扔东西，请先离开楼下并打 110；有人被砸伤，请打 120。脱离危险后再来这里上报。' },
  'HT.FALL': { phone: '119', text: '东西正在掉落、随时会砸到人，请先远离并打 119；有人受伤，请打 120。' },
  'EB.LIFT': { phone: '119', text: '电动车或电池冒烟、起火，请马上离开、不要乘电梯，打 119；有人受伤，请打 120。' },
  'EB.CHG': { phone: '119', text: '已经冒烟、起火或有人触电，请马上离开，打 119；有人受伤，请打 120。' },
  'EB.EXIT': { phone: '119', text: '正在着火而通道被堵，请马上打 119，不要在这里上报。' },
  'CO.EXIT': { phone: '119', text: '正在着火而出口被堵，请马上打 119，不要在这里上报。' },
  'PK.FIRE': { phone: '119', text: '正在着火而消防车进不来，请马上打 119，不要在这里上报。' },
  'FS.EQUIP': { phone: '119', text: '正在着火，请马上离开，打 119；有人受伤，请打 120。' },
  'FS.OTHER': { phone: '119', text: '着火、燃气泄漏请马上离开，打 119；有人受伤打 120；有人正在行凶打 110。' },
  'LT.FAULT': { phone: '119', text: '有人被困在电梯里，请先按轿厢里的报警按钮，等不到人就打 119；有人受伤，请打 120。' },
  'CW.CROWD': { phone: '110', text: '人群拥挤、有人跌倒，请马上打 110；有人受伤，请打 120。' },
}
