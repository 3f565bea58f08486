import type { CheckInWay, SiteKind } from '../../../contract/study'

/** What kinds of sites and ways of checking in are called in a file. */
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

export const wayWords: Readonly<Record<CheckInWay, string>> = { screen: '屏幕码', fixed: '固定码', host: '讲解员' }
