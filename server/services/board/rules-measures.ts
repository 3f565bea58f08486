import type { Measure, RankedKind } from '../../../contract/board'

/** Of which kinds of units the town's records can say what. */
export const measuredKinds: Readonly<Record<Measure, readonly RankedKind[]>> = {
  report_good_rate: ['area', 'compound', 'village_company', 'department'],
  report_on_time_rate: ['area', 'compound', 'village_company', 'department'],
  xuexi_total: ['person', 'branch'],
  xuexi_participation: ['branch'],
  study_points: ['person', 'branch'],
  station_stars: ['station'],
}
