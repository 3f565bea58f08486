import type { BoardFacts, BoardPart, BoardVeto } from '../../../contract/board'

/** A board as the demo towns have it; who is ranked far from home is the town's own choice. */
export type BoardFact = Omit<BoardFacts, 'townCode' | 'reach'>

const part = (key: string, name: string, weight: string, full = weight, measure: BoardPart['measure'] = null): BoardPart => ({
  ...{ key, name, weight, full, measure },
})
const group = (code: string, position: number, name: string): BoardFact => ({ ...plain, code, position, name })

const plain = {
  parentCode: null,
  unitKind: null,
  source: 'written',
  mode: 'top',
  better: 'higher',
  scoreUnit: '分',
  decimals: 1,
  parts: [],
  vetoes: [],
  periodKinds: ['month'],
  longPeriod: 'own',
  tieOrder: 'code',
  minimumSample: 0,
  redLine: null,
  blackLine: null,
  formula: '',
} satisfies Partial<BoardFact>

/** Sorting: what is found in the bins, what stands there, and what the cameras see lying about. */
const sorting = {
  ...plain,
  parentCode: 'GARB',
  parts: [part('effect', '分类实效', '40'), part('facilities', '设施与宣传', '30'), part('litter', '落地垃圾告警', '30')],
  vetoes: [{ key: 'mixed', name: '混装混运', cap: '60' }] satisfies BoardVeto[],
  periodKinds: ['month', 'quarter', 'half'],
  longPeriod: 'mean',
  tieOrder: 'name',
} satisfies Partial<BoardFact>
const sortingWords =
  '满分 100：分类实效 40 分，每月抽查四类垃圾桶；设施与宣传 30 分；落地垃圾告警 30 分，每次告警扣 0.5 分。查到混装混运，最高只得 60 分。季度和半年取各月的平均。'
const gainWords = `按比上月进步的分数排名，进步一样的比名次上升多少。新上榜的单独列出。${sortingWords}`

const handling = {
  ...plain,
  parentCode: 'COOP',
  source: 'records',
  parts: [part('good', '好评率', '60', '100', 'report_good_rate'), part('on_time', '按时办结率', '40', '100', 'report_on_time_rate')],
  minimumSample: 5,
  formula: '由上报件自动计算：好评率（4 星和 5 星）占 60 分，按时办结率占 40 分。评价不到 5 件的不排名，单独列出。',
} satisfies Partial<BoardFact>

const learning = { ...plain, parentCode: 'STUDY', source: 'records' } satisfies Partial<BoardFact>

/** Fourteen boards and their groups. Names are the town's; what they count and how is invented for the demo. */
export const boardFacts: readonly BoardFact[] = [
  group('GARB', 10, '垃圾分类排行榜'),
  { ...sorting, code: 'GARB.RA.TOP', position: 11, name: '居民区垃圾分类先进排行榜', unitKind: 'area', formula: sortingWords },
  { ...sorting, code: 'GARB.VC.TOP', position: 12, name: '村、公司垃圾分类先进排行榜', unitKind: 'village_company', formula: sortingWords },
  {
    ...{ ...sorting, code: 'GARB.CMP.GAIN', position: 13, name: '居住小区垃圾分类进步排行榜', unitKind: 'compound', mode: 'progress' },
    formula: gainWords,
  },
  {
    ...{ ...sorting, code: 'GARB.ENT.GAIN', position: 14, name: '企业单位垃圾分类进步排行榜', unitKind: 'enterprise', mode: 'progress' },
    formula: gainWords,
  },
  group('COOP', 20, '联动处置好评榜'),
  { ...handling, code: 'COOP.RA', position: 21, name: '居民区联动处置好评榜', unitKind: 'area' },
  { ...handling, code: 'COOP.VC', position: 22, name: '村、公司联动处置好评榜', unitKind: 'village_company' },
  { ...handling, code: 'COOP.DEPT', position: 23, name: '职能部门联动处置好评榜', unitKind: 'department' },
  {
    ...{ ...plain, code: 'LIFT', position: 30, name: '电梯加装五星榜', unitKind: 'area', scoreUnit: '台', decimals: 0 },
    formula: '本月签约和竣工的电梯台数之和，同一台签约、竣工各算一次。',
  },
  {
    ...{ ...plain, code: 'STATION', position: 40, name: '服务阵地品质榜', unitKind: 'station', source: 'records', minimumSample: 3 },
    parts: [part('stars', '到访群众评分', '100', '5', 'station_stars')],
    formula: '由到访评分自动计算：平均 5 星得 100 分。评分不到 3 人的不排名，单独列出。',
  },
  group('STUDY', 50, '“学习强国”先进榜'),
  {
    ...{ ...learning, code: 'STUDY.PERSON', position: 51, name: '“学习强国”先进榜 学习达人奖', unitKind: 'person', decimals: 0 },
    parts: [part('total', '学习强国总积分', '100', '100', 'xuexi_total')],
    formula: '按支部书记确认的“学习强国”总积分排名。只排自己愿意上榜的人。',
  },
  {
    ...{ ...learning, code: 'STUDY.RISE', position: 52, name: '“学习强国”先进榜 争先进位奖', unitKind: 'branch', mode: 'progress' },
    parts: [part('participation', '参与率', '100', '100', 'xuexi_participation')],
    scoreUnit: '%',
    formula: '按参与率比上月提高多少排名，提高一样的比名次上升多少。',
  },
  {
    ...{ ...learning, code: 'STUDY.ORG', position: 53, name: '“学习强国”先进榜 优秀组织奖', unitKind: 'branch', scoreUnit: '%' },
    parts: [part('participation', '参与率', '100', '100', 'xuexi_participation')],
    formula: '支部党员中，本月“学习强国”积分得到确认的人所占的比例。',
  },
  {
    ...{ ...plain, code: 'ECON', position: 60, name: '经济发展赶超榜', unitKind: 'village_company', scoreUnit: '%' },
    formula: '本月完成的经济指标占全年目标的比例。',
  },
]

/** The neighbouring subdistrict's own, by quarter. */
export const propertyBoard: BoardFact = {
  ...{ ...plain, code: 'PROP.REDBLACK', position: 70, name: '物业管理红黑榜', unitKind: 'compound', periodKinds: ['quarter'] },
  parts: [
    part('repair', '报修及时', '30'),
    part('cleaning', '保洁保绿', '30'),
    part('safety', '安全巡查', '20'),
    part('residents', '居民评价', '20'),
  ],
  redLine: '90',
  blackLine: '60',
  formula: '物业健康画像，满分 100：报修及时 30、保洁保绿 30、安全巡查 20、居民评价 20。90 分及以上进红榜，60 分及以下进黑榜并写明原因。',
}
