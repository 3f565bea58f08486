import type { Person } from '../../../contract/account'
import type { Db } from '../../database/connect'
import type { Foundation } from '../../foundation'
import { maskPhone, maskRoom } from '../../shared/seal'
import { findPerson } from './person-queries'

/** The person as their own phone sees them: telephone and room masked. */
export async function readPerson(foundation: Foundation, db: Db, id: string, now: Date): Promise<Person> {
  const { sealer, photoSigner } = foundation
  const { avatarPhotoId, phoneSealed, roomSealed, home, ...rest } = await findPerson(db, id)
  return {
    ...rest,
    avatarUrl: avatarPhotoId && photoSigner.url(avatarPhotoId, 'thumb', now),
    phone: phoneSealed && maskPhone(sealer.open(phoneSealed)),
    home: home && { ...home, room: roomSealed && maskRoom(sealer.open(roomSealed)) },
  }
}
