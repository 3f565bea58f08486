export const metrics = ['check_ins', 'sites', 'streak', 'kinds', 'routes', 'minutes'] as const
export type Metric = (typeof metrics)[number]

export interface BadgeRule {
  readonly code: string
  readonly metric: Metric
  readonly threshold: number
}

/** Badges that somebody with these figures has. */
export const reached = <B extends BadgeRule>(badges: readonly B[], figures: Readonly<Record<Metric, number>>): B[] =>
  badges.filter(({ metric, threshold }) => figures[metric] >= threshold)
