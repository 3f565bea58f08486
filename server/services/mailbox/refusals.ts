import { conflict, forbidden, notFound, unfit } from '../../errors'

export const noSuchCard = () => notFound('mailbox-card-unknown', '没有这张寄语，或者不归您看。')
export const blankText = () => unfit('mailbox-text-blank', '请写一句寄语。', 'body/text')
export const noPlace = () => unfit('mailbox-no-check-in', '先在红色邮筒或今天的学习点打卡，才能写寄语。', 'body/checkInId')
export const cardThere = () => conflict('mailbox-card-there', '这次打卡已经写过寄语了。要改的话，先收回再写。')
export const tooMany = (most: number) => conflict('mailbox-too-many', `一天最多写 ${most} 张寄语，明天再来。`)

export const ownCard = () => forbidden('mailbox-own-card', '自己写的寄语请别人来看。')
export const wordMissing = () => unfit('mailbox-word-missing', '退回时请写一句原因，写的人会收到。', 'body/word')
export const downWordMissing = () => unfit('mailbox-word-missing', '取下来请写一句原因，写的人会收到。', 'body/word')
export const decided = () => conflict('mailbox-decided', '这张寄语别人已经看过了。')
export const takenBack = () => conflict('mailbox-taken-back', '写的人已经收回这张寄语，不用看了。')
export const notHanging = () => conflict('mailbox-not-hanging', '这张寄语没有挂着，不用取。')
