import type { BoardDefinition, Measure, PeriodKind } from '../../../../contract/board'

export const measureWords: Readonly<Record<Measure, string>> = {
  report_good_rate: '上报好评率',
  report_on_time_rate: '上报按时办结率',
  xuexi_total: '学习强国总分',
  xuexi_participation: '学习强国参与率',
  study_points: '学习积分',
  station_stars: '阵地评分',
}
export const periodKindWords: Readonly<Record<PeriodKind, string>> = { month: '月月比', quarter: '季季评', half: '半年展' }
export const reachWords: Readonly<Record<BoardDefinition['reach'], string>> = { town: '本街镇', district: '全区', city: '全市' }
export const sourceWords: Readonly<Record<BoardDefinition['source'], string>> = { written: '表格或手工录', records: '从平台记录算' }
export const modeWords: Readonly<Record<BoardDefinition['mode'], string>> = { top: '先进榜，比成绩', progress: '进步榜，比进步' }
export const betterWords: Readonly<Record<BoardDefinition['better'], string>> = { higher: '越高越好', lower: '越低越好' }
export const longPeriodWords: Readonly<Record<BoardDefinition['longPeriod'], string>> = { mean: '各月平均', own: '另外检查' }
export const tieWords: Readonly<Record<BoardDefinition['tieOrder'], string>> = { code: '按编号列', name: '按名称列' }

/** Of a definition, as a person calls it. */
export const fieldWords: Readonly<Record<Exclude<keyof BoardDefinition, 'version'>, string>> = {
  parentCode: '归在哪一组',
  name: '名称',
  position: '排在第几',
  unitKind: '排什么',
  reach: '范围',
  source: '成绩从哪里来',
  mode: '怎么排',
  better: '高低',
  scoreUnit: '单位',
  decimals: '小数位',
  parts: '分项和权重',
  vetoes: '一票否决',
  periodKinds: '多久一期',
  longPeriod: '季度、半年',
  tieOrder: '同名次的先后',
  minimumSample: '最少样本',
  redLine: '红榜线',
  blackLine: '黑榜线',
  formula: '算法说明',
}

/** As choices to tap. */
export const choicesOf = <T extends string>(words: Readonly<Record<T, string>>) =>
  (Object.entries(words) as [T, string][]).map(([value, text]) => ({ value, text }))
