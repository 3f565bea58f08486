import { conflict, forbidden, notFound, Refusal, unfit } from '../../errors'
import type { DefinitionFault } from './rules-definition'
import type { NamedUnit } from './rules-rank'

export const noSuchBoard = () => notFound('board-unknown', '没有这个榜，可能已经换了名字，请回到榜单首页看看。')
export const noSuchUnit = () => notFound('board-unit-unknown', '这个榜上没有这个单位。')
export const noSuchPeriod = () => notFound('board-period-unknown', '这一期还没有公布，请选别的一期。')
export const noSuchDraft = () => notFound('board-draft-unknown', '这一期没有正在准备的榜。')
export const noSuchAppeal = () => notFound('board-appeal-unknown', '没有这条申诉，或者不归您管。')

export const noSuchTown = () => notFound('town-unknown', '这个街镇还没有开通榜单。')

export const isGroup = () => unfit('board-group', '这是一组榜，请选其中的一个。')
export const wrongPeriod = (detail: string) => unfit('board-period', detail)

export const changedMeanwhile = () => conflict('board-definition-changed', '别人刚改过这个榜，请刷新后再改。')
export const badDefinition = (errors: readonly DefinitionFault[]) =>
  new Refusal(422, 'board-definition', `有 ${errors.length} 处要改：${errors[0]?.message}。`, { errors: [...errors] })
export const kindFixed = () => conflict('board-kind-fixed', '这个榜已经有了一期，不能改排别的单位。请新建一个榜。')
export const keptElsewhere = () => unfit('board-unit-elsewhere', '这类单位在别处登记，这里只能登记村、公司和企业单位。', 'params/kind')
export const badUnit = (detail: string, path: string) => unfit('board-unit', detail, path)

export const monthsMissing = (months: readonly string[]) =>
  unfit('board-months', `${months.join('、')}还没有公布。先公布各月，再取平均。`, 'body/period')
export const draftExists = () => conflict('board-draft-exists', '这一期已经在准备了，请直接打开。')
export const inReview = () => conflict('board-draft-in-review', '这一期已经交去审核，数不能再动。要改请先退回。')
export const notInReview = () => conflict('board-draft-not-in-review', '这一期还没有交审核，或者已经退回了。')
export const isPublished = () => conflict('board-published', '这一期已经公布了，请刷新后再看。')
export const draftChanged = () => conflict('board-draft-changed', '您看过以后又有变化，请刷新后再看一遍。')
export const ownDraft = () => forbidden('board-draft-own', '这一期您填过数或交过审核，请另一位来公布。')
export const noSuchEntry = () => notFound('board-entry-unknown', '这一期没有填这个单位的数。')
export const computedFigures = () => unfit('board-computed', '这一期的数由系统算出，不能手填，只能写原因、说明和照片。', 'body/figures')
export const unknownVeto = () => unfit('board-veto', '这个榜没有这条一票否决。', 'body/vetoes')
export const sampleMissing = (least: number) => unfit('board-sample', `请填这些数有多少份作依据，不到 ${least} 份不排名。`, 'body/sample')
export const stillRunning = () => unfit('board-period-running', '这一期还没结束，结束以后再交审核。', 'params/period')
export const emptyDraft = () => unfit('board-draft-empty', '还没有一个单位有数，请填好再交。')
export const whyMissing = () => unfit('board-correction-reason', '这是一次更正，请写一句改了什么、为什么改，大家会看到。', 'body/reason')
export const wordMissing = () => unfit('board-return-note', '请写一句为什么退回，填数的人会看到。', 'body/note')

const mostTold = 50
/** 422 with each figure that is none, the first fifty of them. */
export const badFigures = (errors: readonly { readonly path: string; readonly message: string }[]) =>
  new Refusal(422, 'board-figures', `有 ${errors.length} 处要改：${errors[0]?.message}。`, { errors: errors.slice(0, mostTold) })
export const reasonMissing = (units: readonly NamedUnit[]) =>
  new Refusal(422, 'board-reason', `进黑榜的单位要写明原因，还有 ${units.length} 个没写：${units[0]?.name}。`, {
    errors: units.slice(0, mostTold).map(({ unitCode, name }) => ({ path: `entries/${unitCode}`, message: `${name}：请写进黑榜的原因` })),
  })

export const notKeeper = () => forbidden('board-appeal-keeper', '只有这个单位的负责人可以申诉。有意见可以到“我要上报”里告诉我们。')
export const appealOpen = () => conflict('board-appeal-open', '这一期已经有一条申诉在等答复。')
export const appealBlank = () => unfit('board-appeal-text', '请写一句哪里不对。', 'body/text')
export const appealAnswered = () => conflict('board-appeal-answered', '这条申诉已经答复过了。')
export const ownAppeal = () => forbidden('board-appeal-own', '自己提的申诉请另一位来答复。')
export const answerBlank = () => unfit('board-appeal-answer', '请写一句答复，大家会看到。', 'body/text')

export const followsFull = (most: number) => conflict('board-follows-full', `最多关注 ${most} 个单位，请先取消一些。`)

export const noSuchImport = () => notFound('board-import-unknown', '没有这次导入，可能已经过期了，请再传一次。')
export const noSuchImportPeriod = () => notFound('board-import-period', '文件里没有这一期。')
export const computedFile = () => unfit('board-computed', '这个榜的数由系统算出，不用导入。')
export const importReading = () => conflict('board-import-reading', '文件还没有读完，请等一等。')
export const importRefused = () => conflict('board-import-refused', '这份文件里有错，请改好再传一次。')
export const importKept = () => conflict('board-import-kept', '这份文件已经导入过了。')
export const importOutdated = () => conflict('board-import-outdated', '榜单的规则刚改过，请按新的规则再传一次。')
