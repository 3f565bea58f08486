import { makeAutoObservable, runInAction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { DemoPerson, Persona } from '../../../../contract/account'

export type Way = Persona | 'wechat'

/** The ways in, one at a time. */
export class SignInStore {
  /** Who is being signed in now. */
  busy: Way | null = null
  /** What went wrong, with whom. */
  error: { readonly way: Way; readonly words: string } | null = null
  /** People to try the app as; none outside demo mode. */
  readonly people = new Loadable<DemoPerson[]>(demoPeople)

  constructor() {
    makeAutoObservable(this, { people: false })
    this.people.refresh()
  }

  errorOf(way: Way): string | null {
    return this.error?.way === way ? this.error.words : null
  }

  /** Says whether somebody is signed in now. */
  async signIn(way: Way): Promise<boolean> {
    if (this.busy) return false
    this.busy = way
    this.error = null
    try {
      await (way === 'wechat' ? session.signInWithWeChat() : session.signInDemo(way))
      return true
    } catch (error) {
      runInAction(() => {
        this.error = { way, words: wordsOf(error) }
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
