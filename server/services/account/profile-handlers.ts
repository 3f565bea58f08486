import type { accountCalls } from '../../../contract/account'
import type { BodyOf } from '../../../contract/call'
import type { Db } from '../../database/connect'
import { conflict, unfit } from '../../errors'
import type { Foundation } from '../../foundation'
import { identityChanged } from '../../plugins/auth'
import { releasePhoto, takePhotos } from '../../shared/photos'
import type { Sealer } from '../../shared/seal'
import type { AccountHandlers } from './handlers'
import {
  findAreaTown,
  type HomeRow,
  isCompoundOf,
  type LockedPerson,
  lockPerson,
  setAvatar,
  setElderMode,
  setHome,
  setNameOnBoards,
  setNickname,
  setPhone,
} from './person-queries'
import { readPerson } from './person-view'
import { cleanNickname, keepsRoom } from './rules'

type Change = BodyOf<(typeof accountCalls)['PATCH /me']>
type NewHome = NonNullable<Change['home']>

/** What people say about themselves. */
export function profileHandlers(foundation: Foundation): Pick<AccountHandlers, 'GET /me' | 'PATCH /me' | 'PUT /me/phone'> {
  const { sealer, wechat } = foundation
  return {
    'GET /me': ({ db, person, now }) => readPerson(foundation, db, person.personId, now),
    'PATCH /me': ({ person, body, now, write }) =>
      write(async (tx) => {
        const before = (await lockPerson(tx, person.personId)) as LockedPerson
        if (body.nickname !== undefined) await setNickname(tx, person.personId, nicknameFrom(body.nickname))
        if (body.elderMode !== undefined) await setElderMode(tx, person.personId, body.elderMode)
        if (body.nameOnBoards !== undefined) await setNameOnBoards(tx, person.personId, body.nameOnBoards)
        if (body.avatarPhotoId !== undefined) await changeAvatar(tx, now, person.personId, before, body.avatarPhotoId)
        if (body.home !== undefined) await setHome(tx, person.personId, await homeFrom(tx, sealer, before, body.home))
        await identityChanged(tx, person.personId)
        return readPerson(foundation, tx, person.personId, now)
      }),
    'PUT /me/phone': async ({ person, body, now, write }) => {
      const phone = await wechat.phoneNumber(body.code)
      return write(async (tx) => {
        await setPhone(tx, person.personId, sealer.seal(phone))
        return readPerson(foundation, tx, person.personId, now)
      })
    },
  }
}

function nicknameFrom(text: string): string {
  const nickname = cleanNickname(text)
  if (!nickname) throw unfit('account-nickname-blank', '昵称不能为空。', 'body/nickname')
  return nickname
}

async function changeAvatar(tx: Db, now: Date, personId: string, before: LockedPerson, photoId: string | null): Promise<void> {
  if (photoId === before.avatarPhotoId) return
  if (photoId) await takePhotos(tx, personId, [photoId], 'avatar', now)
  await setAvatar(tx, personId, photoId)
  if (before.avatarPhotoId) await releasePhoto(tx, before.avatarPhotoId)
}

const nowhere: Omit<HomeRow, 'townCode'> = { areaCode: null, compoundCode: null, building: null, roomSealed: null }

/** The home to write down: the town follows the area, and a home that is taken away leaves the person in the town. */
async function homeFrom(tx: Db, sealer: Sealer, before: LockedPerson, home: NewHome | null): Promise<HomeRow> {
  if (!home) return { ...nowhere, townCode: before.townCode }
  const townCode = await townFor(tx, before, home.areaCode)
  // Null arrives as an empty text where both are allowed.
  const compoundCode = home.compoundCode || null
  if (compoundCode !== null && !(await isCompoundOf(tx, home.areaCode, compoundCode))) {
    throw unfit('account-compound-unknown', '这个居民区里没有这个小区，请重新选择。', 'body/home/compoundCode')
  }
  const building = home.building?.trim() ?? null
  const kept = keepsRoom(before, { compoundCode, building }) ? before.roomSealed : null
  const roomSealed = home.room === undefined ? kept : home.room && sealer.seal(home.room.trim())
  return { townCode, areaCode: home.areaCode, compoundCode, building, roomSealed }
}

async function townFor(tx: Db, before: LockedPerson, areaCode: string): Promise<string> {
  const area = await findAreaTown(tx, areaCode)
  if (!area) throw unfit('account-area-unknown', '没有这个居民区，请重新选择。', 'body/home/areaCode')
  if (!area.open) throw unfit('account-town-closed', '这个街镇还没有开通，请选择已开通的街镇。', 'body/home/areaCode')
  if (before.grantTowns.some((town) => town !== area.townCode)) {
    throw conflict('account-town-held', '您在现在的街镇有工作身份，请先请管理员收回，再换到别的街镇。')
  }
  return area.townCode
}
