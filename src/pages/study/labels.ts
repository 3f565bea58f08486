import type { LearningKind, LearningTheme } from '../../../contract/learning'
import type { CardState } from '../../../contract/mailbox'
import type { CheckInState, CheckInWay, PointKind, SiteKind } from '../../../contract/study'

export const kindWords: Readonly<Record<SiteKind, string>> = {
  study_corner: '共享空间学习角',
  study_point_road: '景观道路学习点',
  study_point_building: '楼宇学习点',
  study_point_mall: '商圈学习点',
  red_site: '红色点位',
  red_mailbox: '红色邮筒',
  party_station: '党群服务站',
  practice_center: '文明实践分中心',
  practice_station: '文明实践站',
  practice_space: '益空间',
}
export const siteKinds = Object.keys(kindWords) as SiteKind[]

/** How one checks in there, to who has come. */
export const wayWords: Readonly<Record<CheckInWay, string>> = {
  screen: '扫现场屏幕上的码',
  fixed: '扫现场牌子上的码（要用定位）',
  host: '不方便扫码，请讲解员帮您打卡',
}
export const checkInStateWords: Readonly<Record<CheckInState, string>> = { counted: '已算数', pending: '待核实', refused: '没有算数' }
export const pointKindWords: Readonly<Record<PointKind, string>> = {
  check_in: '打卡',
  thought: '感想',
  minutes: '学习时长',
  route: '红色路线',
  quiz: '每日答题',
  correction: '更正',
}

/** What has become of a card, to who wrote it. */
export const cardStateWords: Readonly<Record<CardState, string>> = {
  waiting: '等人看过',
  shown: '挂出来了',
  returned: '退回了',
  taken_down: '取下来了',
}
export const themeWords: Readonly<Record<LearningTheme, string>> = {
  party_history: '党史',
  new_china: '新中国史',
  reform: '改革开放史',
  socialism: '社会主义发展史',
  theory: '理论学习',
  local: '家门口的历史',
  other: '其他',
}
export const learningKindWords: Readonly<Record<LearningKind, string>> = { article: '文章', video: '视频' }
