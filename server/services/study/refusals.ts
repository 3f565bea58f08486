import { conflict, forbidden, notFound, type Refusal, unfit } from '../../errors'
import { dayWords, timeWords } from '../../shared/times'

export const noSuchSite = () => notFound('study-site-unknown', '没有这个学习点，或者不归您管。')
export const noSuchRoute = () => notFound('study-route-unknown', '没有这条路线。')
export const noSuchCheckIn = () => notFound('study-check-in-unknown', '没有这次打卡。')
export const noSuchPerson = () => notFound('study-person-unknown', '本街镇没有这个人，请再找一下。')

/** A code that cannot be used, to the person who read it. */
export const codeMissing = () => unfit('study-code-missing', '没有读到打卡码，请扫学习点现场的码。', 'body/code')
export const codeInvalid = () => unfit('study-code-invalid', '这不是学习点的打卡码，请扫现场屏幕或牌子上的码。', 'body/code')
export const codeExpired = () => unfit('study-code-expired', '这个码刚刚换过了，请再扫一次。', 'body/code')
export const digitsWrong = () => unfit('study-digits-wrong', '这六个数字不对，或刚刚换过了，请看着现场的屏幕再输一次。', 'body/code')
export const codeTooOld = () => unfit('study-code-expired', '这次打卡存了超过 7 天，不能再算了，请到现场再扫一次。', 'body/readAt')
export const codeElsewhere = (name: string) => unfit('study-code-elsewhere', `这是${name}的打卡码，请扫这里的码。`, 'body/code')
export const wayClosed = () => conflict('study-way-closed', '这个学习点现在不用这种方式打卡，请看现场的说明。')

/** Once a day: when it counts again is told. */
export const checkedInToday = (day: string, next: Date): Refusal =>
  conflict('study-checked-in-today', `${dayWords(day)}在这里已经打过卡了，${timeWords(next)}起可以再打。`)

export const ownCheckIn = () => forbidden('study-own-check-in', '自己的打卡请别人来核实。')
export const decided = () => conflict('study-decided', '这次打卡已经有结果了。')
export const notDoubtful = () => conflict('study-not-doubtful', '这次打卡已经算数，不用核实。')

export const notToday = () => conflict('study-not-today', '只能补充今天的打卡。')
export const fewerMinutes = (had: number) => unfit('study-minutes-less', `已经记了 ${had} 分钟，只能多记，不能少记。`, 'body/minutes')
export const tooManyPhotos = () => unfit('study-photos-many', '一次打卡最多三张照片。', 'body/photoIds')

export const ownSite = () => forbidden('study-own-site', '自己管的学习点，请来过的人评价。')
export const notBeenHere = () => conflict('study-not-been-here', '本月在这里打过卡、算了数，就可以评价。')

export const siteTaken = () => conflict('study-site-taken', '这个编号已经有学习点了，请换一个。')
export const badHours = (field: string, detail: string) => unfit('study-hours', detail, `body/${field}`)
export const badPlace = () => unfit('study-place', '这个位置不在国内，请在地图上重新选。', 'body/location')
export const badStop = (at: number) => unfit('study-stop-unknown', '有一站不是本街镇的学习点，请重新选择。', `body/siteIds/${at}`)
