import { conflict, notFound, unfit } from '../../errors'

export const noSuchBoard = () => notFound('board-unknown', '没有这个榜，可能已经换了名字，请回到榜单首页看看。')
export const noSuchUnit = () => notFound('board-unit-unknown', '这个榜上没有这个单位。')
export const noSuchPeriod = () => notFound('board-period-unknown', '这一期还没有公布，请选别的一期。')
export const noSuchDraft = () => notFound('board-draft-unknown', '这一期没有正在准备的榜。')
export const noSuchAppeal = () => notFound('board-appeal-unknown', '没有这条申诉，或者不归您管。')

export const noSuchTown = () => notFound('town-unknown', '这个街镇还没有开通榜单。')

export const isGroup = () => unfit('board-group', '这是一组榜，请选其中的一个。')
export const wrongPeriod = (detail: string) => unfit('board-period', detail)

export const changedMeanwhile = () => conflict('board-definition-changed', '别人刚改过这个榜，请刷新后再改。')
