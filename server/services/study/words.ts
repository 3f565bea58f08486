import type { CheckInMark, PointKind } from '../../../contract/study'

/** What a distance is called: 860 米, 5.0 公里. */
const farWords = (metres: number | null): string =>
  metres === null ? '比较远' : metres < 1000 ? `约 ${metres} 米` : `约 ${(metres / 1000).toFixed(1)} 公里`

const whys: Readonly<Record<CheckInMark, (metres: number | null) => string>> = {
  too_far: (metres) => `手机定位离学习点${farWords(metres)}，请讲解员看一下。`,
  no_position: () => '扫固定码时没有可用的定位，请讲解员看一下。',
  closed: () => '打卡的时候学习点没有开放。',
  too_fast: () => '离您或这部手机上一次打卡的地方太远、时间太短，请说明一下。',
  shared_device: () => '一分钟内同一部手机给两个人打了卡。',
  code_far_apart: () => '同一个屏幕码有别人在现场用过，您的定位不在现场。',
  code_spread: () => '这个屏幕码有很多人在用，手机都没有定位，看不出是不是在现场，请讲解员看一下。',
  late: () => '没有网络时存下的打卡，超过 10 分钟才送到。',
}

/** Why a check-in is looked at, to the person. */
export const whyOf = (mark: CheckInMark, metres: number | null): string => whys[mark](metres)

/** Where a line of points comes from. */
export const lineWords = (kind: PointKind, place: string): string =>
  ({
    check_in: `${place}打卡`,
    thought: `在${place}写了感想`,
    minutes: `在${place}学习`,
    route: `走完“${place}”`,
    quiz: place,
    correction: place,
  })[kind]
