import type { GuestStatus, Sitting } from '../../../contract/canteen'

export interface CanteenFact {
  readonly town: string
  readonly code: string
  readonly name: string
  readonly address: string
  readonly phone: string
  /** GCJ-02. */
  readonly lng: number
  readonly lat: number
  readonly delivers: boolean
  readonly prepaid: boolean
  /** Meals a year. */
  readonly yearTarget: number
  /** Of the pilot canteen's portions and places. */
  readonly share: number
}

const xinhong = '310112008'
const hongqiao = '310112107'

/**
 * The name and the promise of 100,000 meals a year of the first are real, and the first only; the other two canteens, every address,
 * place and telephone (no number begins with 0) are invented for the demo.
 */
export const canteens: readonly CanteenFact[] = [
  {
    town: hongqiao,
    code: 'CAN-001',
    name: '古北社区食堂',
    address: '古北虹苑旁（示例地址）',
    phone: '021-00000001',
    lng: 121.3949,
    lat: 31.1862,
    delivers: true,
    prepaid: false,
    yearTarget: 100_000,
    share: 1,
  },
  {
    town: hongqiao,
    code: 'CAN-002',
    name: '龙柏社区食堂',
    address: '龙柏二村旁（示例地址）',
    phone: '021-00000002',
    lng: 121.3702,
    lat: 31.1768,
    delivers: false,
    prepaid: false,
    yearTarget: 50_000,
    share: 0.5,
  },
  {
    town: xinhong,
    code: 'CAN-003',
    name: '爱博社区食堂',
    address: '爱博四村旁（示例地址）',
    phone: '021-00000003',
    lng: 121.3083,
    lat: 31.1867,
    delivers: true,
    prepaid: false,
    yearTarget: 40_000,
    share: 0.4,
  },
]

/** Minutes of the day of the meal; negative: the day before. Hours as the pilot's demo data have them, cut-offs invented. */
export const sittingFacts: readonly (readonly [
  sitting: Sitting,
  opens: number,
  closes: number,
  orderUntil: number,
  cancelUntil: number,
])[] = [
  ['breakfast', 6 * 60 + 30, 8 * 60 + 30, -4 * 60, -4 * 60],
  ['lunch', 10 * 60 + 30, 13 * 60, 9 * 60, 8 * 60 + 30],
  ['dinner', 17 * 60, 18 * 60 + 30, 15 * 60, 14 * 60],
]
/** Length of a pick-up window, and how many come in one of the pilot canteen: 600 at lunch. */
export const windowMinutes = 15
export const windowCapacity = 60

/** Percent of the price, by age, for whoever lives in the district. */
export const discounts: readonly (readonly [code: string, label: string, minAge: number, maxAge: number | null, percent: number])[] = [
  ['D60', '60–79 岁 9 折', 60, 79, 90],
  ['D80', '80 岁以上 85 折', 80, null, 85],
]

/**
 * Off what is eaten in the canteen by those with a Shanghai hukou, once a day, when the dishes come to the threshold. Discounts and
 * subsidies are those of 甘泉路街道 (Putuo, notice of 2025-12-22, shpt.gov.cn): Minhang's own were not found.
 */
export const subsidies: readonly (readonly [
  code: string,
  label: string,
  minAge: number,
  maxAge: number | null,
  amountFen: number,
  thresholdFen: number,
  alsoNeeds: readonly GuestStatus[],
])[] = [
  ['S-LOW', '低保老人堂吃补贴', 60, null, 500, 800, ['low_income']],
  ['S60', '60–79 岁堂吃补贴', 60, 79, 200, 1500, []],
  ['S80', '80 岁以上堂吃补贴', 80, null, 300, 1500, []],
]

/** 王阿姨's papers as 陈师傅 saw them, and where a meal is brought to her. */
export const verified = {
  facts: { birthday: '1944-03-08', statuses: ['district', 'hukou'] },
  address: '爱博四村 20号楼 301',
  /** What 王小雯, who books for her, calls her. */
  label: '妈妈',
} as const
