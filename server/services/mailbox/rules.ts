/** Cards a person may write on one day, those that were taken back among them. */
export const mostADay = 5

/** For whose cards somebody is reviewer. */
export interface Sight {
  readonly personId: string
  readonly townCode: string
  /** Sites where they are host. */
  readonly sites: readonly string[]
  /** The town's editor or admin: all of its cards. */
  readonly isEditor: boolean
}

/** Whether a card written there is in sight. */
export const sees = ({ townCode, sites, isEditor }: Sight, card: { readonly townCode: string; readonly siteId: string }): boolean =>
  card.townCode === townCode && (isEditor || sites.includes(card.siteId))
