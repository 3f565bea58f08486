import { conflict, forbidden, notFound, unfit } from '../../errors'

export const noSuchBranch = () => notFound('branch-unknown', '没有这个支部，或者不归您管。')
export const noSuchTotal = () => notFound('branch-xuexi-unknown', '没有这条学习强国总分，或者不归您管。')
export const monthAhead = () => unfit('branch-month', '还没到这个月，请选以前的月份。', 'query/month')
export const monthClosed = (path: string) => unfit('branch-xuexi-month', '只能填这个月和上个月的总分。', path)
export const tooLow = (least: number) =>
  unfit('branch-xuexi-lower', `总分只会越来越多，之前已经有 ${least} 分了。请对照截图再看一遍。`, 'body/total')
export const tooHigh = (most: number) =>
  unfit('branch-xuexi-higher', `后一个月确认的总分是 ${most} 分，这个月不会更多。请对照截图再看一遍。`, 'body/total')
export const ownTotal = () => forbidden('branch-xuexi-own', '自己的总分请支部的另一位书记来确认。')
export const totalDecided = () => conflict('branch-xuexi-decided', '这条总分已经有结果了。')
export const totalChanged = () => conflict('branch-xuexi-changed', '本人刚改过数字，请刷新后再看一遍。')
export const noWord = () => unfit('branch-xuexi-note', '请写一句为什么退回，本人会看到。', 'body/note')
