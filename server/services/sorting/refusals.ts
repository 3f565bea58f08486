import { notFound, unfit } from '../../errors'

export const noSuchCompound = () => notFound('sorting-compound-unknown', '没有这个小区，或者不归您管。')
export const noDropOff = () => notFound('sorting-drop-off-unknown', '这个小区的投放时间还没有人填，请问问物业。')
export const wrongHours = (path: string) => unfit('sorting-hours', '时段要先开后关、互不重叠，最晚到 24:00。', path)
export const dayTwice = (day: string, path: string) => unfit('sorting-day-twice', `${day} 写了两次，请留一条。`, path)
export const dayTooFar = (day: string, path: string) => unfit('sorting-day-too-far', `${day} 太远了，只能写一年以内的日子。`, path)
export const namelessPlace = (path: string) => unfit('sorting-place-blank', '请写投放点的名字。', path)
