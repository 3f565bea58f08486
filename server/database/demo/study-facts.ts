import type { CheckInWay, SiteKind } from '../../../contract/study'
import type { Metric } from '../../services/study/rules-badges'
import type { EarnedKind } from '../../services/study/rules-points'

const xinhong = '310112008'
const hongqiao = '310112107'
const mixc = '吴中路1599号 上海万象城外'
const all = [1, 2, 3, 4, 5, 6, 7]
const workdays = [1, 2, 3, 4, 5]

export interface StudySiteFact {
  readonly town: string
  readonly code: string
  readonly name: string
  readonly kind: SiteKind
  /** GCJ-02. */
  readonly at: readonly [lng: number, lat: number]
  readonly address?: string
  readonly story: string
  readonly directions?: string
  readonly hours: readonly [weekdays: readonly number[], opens: string, closes: string]
  readonly lights?: true
  readonly ways: readonly CheckInWay[]
  readonly fence: number
}

/** 金色麦浪: on and off every evening, as the town announced. */
export const lights = { opens: '18:45', closes: '22:00' }

const station = (at: number, lng: number, lat: number): StudySiteFact => ({
  ...{ town: hongqiao, code: `SVC-00${at + 1}`, name: `心驿虹桥·楼宇站${at}(示例)`, kind: 'party_station', at: [lng, lat] },
  story: '楼里的党群站点：白领午休来坐坐，听一段党史，也能把楼里的事说给站长听。',
  hours: [workdays, '09:00', '18:00'],
  ways: ['fixed', 'host'],
  fence: 150,
})

/**
 * Names without 示例, the address of 万象城 and the lights' hours are real; the other hours, every place and what the stories say of a
 * visit are invented for the demo.
 */
export const studySites: readonly StudySiteFact[] = [
  {
    ...{ town: hongqiao, code: 'STU-001', name: '共享空间学习角(东)', kind: 'study_corner', at: [121.3656, 31.1699], address: mixc },
    story: '“金色麦浪”灯光旁的东侧学习角。傍晚 18:45 灯亮起来，坐下读一页党史，再沿着麦浪走一圈。',
    directions: '上海万象城外广场东侧，灯光麦浪旁的玻璃小屋。',
    ...{ hours: [all, '10:00', '22:00'], lights: true, ways: ['screen', 'fixed', 'host'], fence: 120 },
  },
  {
    ...{ town: hongqiao, code: 'STU-002', name: '共享空间学习角(西)', kind: 'study_corner', at: [121.3632, 31.1694], address: mixc },
    story: '与东侧学习角隔着麦浪相望，书架上是“四史”读本，带走一本，看完放回任一学习角。',
    directions: '上海万象城外广场西侧。',
    ...{ hours: [all, '10:00', '22:00'], lights: true, ways: ['screen', 'host'], fence: 120 },
  },
  {
    ...{ town: hongqiao, code: 'STU-003', name: '吴中路景观道路学习点(示例)', kind: 'study_point_road', at: [121.3842, 31.1776] },
    story: '沿路的十块展板，从 1921 讲到今天，走完大约二十分钟。',
    ...{ hours: [all, '00:00', '24:00'], ways: ['fixed'], fence: 300 },
  },
  {
    ...{ town: hongqiao, code: 'STU-004', name: '楼宇党群阵地学习点(示例)', kind: 'study_point_building', at: [121.395, 31.1747] },
    story: '写字楼大堂里的学习点，每天中午一段十分钟的微党课。',
    ...{ hours: [workdays, '09:00', '18:00'], ways: ['screen', 'fixed', 'host'], fence: 150 },
  },
  {
    ...{ town: hongqiao, code: 'STU-005', name: '爱琴海商圈学习点(示例)', kind: 'study_point_mall', at: [121.3653, 31.1685] },
    story: '商圈里的红色书架，逛街累了坐下来读几页。',
    ...{ hours: [all, '10:00', '22:00'], ways: ['fixed', 'host'], fence: 150 },
  },
  {
    ...{ town: hongqiao, code: 'RED-001', name: '虹桥历史陈列馆', kind: 'red_site', at: [121.3865, 31.1772] },
    story: '从农田、机场到今天的虹桥：老照片、老物件和几代虹桥人的口述，看一座镇怎样长成现在的样子。',
    directions: '周一闭馆；进门左手边是签到屏。',
    ...{ hours: [[2, 3, 4, 5, 6, 7], '09:00', '16:30'], ways: ['screen', 'fixed', 'host'], fence: 100 },
  },
  {
    ...{ town: hongqiao, code: 'RED-002', name: '建党百年红色邮筒', kind: 'red_mailbox', at: [121.3646, 31.1695], address: mixc },
    story: '建党百年时立在麦浪旁的红色邮筒。写一句寄语投进去，写给将来的自己，也写给这座城。',
    ...{ hours: [all, '00:00', '24:00'], lights: true, ways: ['fixed'], fence: 100 },
  },
  {
    ...{ town: hongqiao, code: 'SVC-001', name: '社区党群服务中心', kind: 'party_station', at: [121.3854, 31.176] },
    story: '党员报到、组织关系、志愿服务都在这里；二楼是党员活动室，周三晚上有读书会。',
    ...{ hours: [all, '09:00', '17:00'], ways: ['screen', 'fixed', 'host'], fence: 120 },
  },
  station(1, 121.363, 31.1708),
  station(2, 121.3841, 31.1814),
  station(3, 121.3956, 31.1763),
  station(4, 121.3956, 31.1882),
  station(5, 121.3719, 31.1754),
  {
    ...{ town: hongqiao, code: 'CIV-001', name: '新时代文明实践分中心', kind: 'practice_center', at: [121.3861, 31.1766] },
    story: '“1+34+X”里的那个“1”：理论宣讲、志愿服务和全镇的文明实践活动从这里排出来。',
    ...{ hours: [all, '09:00', '17:00'], ways: ['screen', 'fixed', 'host'], fence: 120 },
  },
  {
    ...{ town: hongqiao, code: 'CIV-002', name: '锦绣江南新时代文明实践站(示例)', kind: 'practice_station', at: [121.3849, 31.1828] },
    story: '居民区里的实践站，周末有家风故事会，孩子们来讲，老人们来听。',
    ...{ hours: [all, '09:00', '17:00'], ways: ['fixed', 'host'], fence: 150 },
  },
  {
    ...{ town: hongqiao, code: 'CIV-003', name: '益空间(示例)', kind: 'practice_space', at: [121.3686, 31.1772] },
    story: '街角的益空间：旧书交换、修小家电、学急救，顺手打个卡。',
    ...{ hours: [all, '09:00', '20:00'], ways: ['fixed', 'host'], fence: 120 },
  },
  {
    ...{ town: xinhong, code: 'CIV-101', name: '爱博四村新时代文明实践站(示例)', kind: 'practice_station', at: [121.3083, 31.1867] },
    story: '爱博四村家门口的实践站，支部的学习会就在这里开。',
    ...{ hours: [all, '08:30', '20:30'], ways: ['screen', 'fixed', 'host'], fence: 150 },
  },
  {
    ...{ town: xinhong, code: 'SVC-101', name: '商务区楼宇党群站(示例)', kind: 'party_station', at: [121.3205, 31.1928] },
    story: '商务区楼里的党群站，午休一刻钟，听一段“四史”。',
    ...{ hours: [workdays, '09:00', '18:00'], ways: ['screen', 'fixed', 'host'], fence: 150 },
  },
]

export const studyRoutes = [
  {
    ...{ town: hongqiao, code: 'HQ-RED', name: '红色路线', stops: ['RED-001', 'STU-001', 'RED-002'] },
    about: '从陈列馆的老虹桥，走到麦浪旁的红色邮筒，半天走完。',
  },
  {
    ...{ town: hongqiao, code: 'HQ-WHEAT', name: '麦浪夜读路线', stops: ['STU-001', 'RED-002', 'STU-002', 'STU-005'] },
    about: '傍晚亮灯后走一圈，两个学习角、一只邮筒、一架书。',
  },
] as const

export const branches = [
  { town: xinhong, code: 'DZB-310112008012', name: '爱博四村党支部' },
  { town: xinhong, code: 'DZB-XH-SWQ', name: '商务区楼宇党支部(示例)' },
  { town: hongqiao, code: 'DZB-310112107015', name: '锦绣江南党支部(示例)' },
] as const

/** Points, for how much of it, and how many points a day at most. Invented, in the manner of 学习强国: a cap for each kind of deed. */
export const pointRules: readonly (readonly [kind: EarnedKind, points: number, unit: number, perDay: number | null])[] = [
  ['check_in', 2, 1, 6],
  ['thought', 1, 10, 1],
  ['minutes', 1, 15, 4],
  ['route', 5, 1, null],
]

export const badges: readonly (readonly [town: string, code: string, name: string, about: string, metric: Metric, threshold: number])[] = [
  [hongqiao, 'HQ-FIRST', '初到虹桥', '在虹桥镇第一次打卡', 'check_ins', 1],
  [hongqiao, 'HQ-WHEAT', '金色麦浪', '连续打卡 5 天', 'streak', 5],
  [hongqiao, 'HQ-STEPS', '红色足迹', '到过 5 个学习点', 'sites', 5],
  [hongqiao, 'HQ-KINDS', '四面八方', '到过 4 类学习点', 'kinds', 4],
  [hongqiao, 'HQ-ROUTE', '一路走来', '走完一条路线', 'routes', 1],
  [hongqiao, 'HQ-HOURS', '学而时习', '学习满 10 小时', 'minutes', 600],
  [hongqiao, 'HQ-100', '百次打卡', '打卡满 100 次', 'check_ins', 100],
  [xinhong, 'XH-FIRST', '初到新虹', '在新虹街道第一次打卡', 'check_ins', 1],
  [xinhong, 'XH-MONTH', '三十天同行', '连续打卡 30 天', 'streak', 30],
]
