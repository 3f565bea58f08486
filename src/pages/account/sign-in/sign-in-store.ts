import { makeAutoObservable, runInAction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { DemoPerson, Persona } from '../../../../contract/account'

/** The ways in, one at a time. */
export class SignInStore {
  /** Who is being signed in now. */
  busy: Persona | 'wechat' | null = null
  error: string | null = null
  /** People to try the app as; none outside demo mode. */
  readonly people = new Loadable<DemoPerson[]>(demoPeople)

  constructor() {
    makeAutoObservable(this, { people: false })
    this.people.refresh()
  }

  /** Says whether somebody is signed in now. */
  async signIn(way: Persona | 'wechat'): Promise<boolean> {
    if (this.busy) return false
    this.busy = way
    this.error = null
    try {
      await (way === 'wechat' ? session.signInWithWeChat() : session.signInDemo(way))
      return true
    } catch (error) {
      runInAction(() => {
        this.error = wordsOf(error)
      })
      return false
    } finally {
      runInAction(() => {
        this.busy = null
      })
    }
  }
}

async function demoPeople(): Promise<DemoPerson[]> {
  try {
    return (await call('GET /demo/people')).items
  } catch (error) {
    if (error instanceof CallError && error.status === 404) return []
    throw error
  }
}
