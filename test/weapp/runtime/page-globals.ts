import type { PackedApp } from '../packed'
import type { Report } from './report'
import type { PhoneHost, PhoneSettings } from './settings'

declare global {
  interface Window {
    /** Set by package.js. */
    readonly packedApp: PackedApp
    /** Set by the test before the page loads. */
    readonly phoneSettings: PhoneSettings
    readonly loginCode: PhoneHost['loginCode']
    readonly phoneCode: PhoneHost['phoneCode']
    /** Set when the mini-program has been launched. */
    runner?: Runner
  }
}

/** What the test's side may ask of the running mini-program. */
export interface Runner {
  readonly report: Report
  /** Routes of the pages on the stack, the shown one last. */
  routes(): string[]
  /** Opens a page as wx.navigateTo, or wx.switchTab for a tab. */
  open(url: string): Promise<void>
  back(): Promise<void>
  pullDown(): void
  reachBottom(): void
  /** The functions that wx has here. */
  functions(): string[]
  /** Calls a function of wx and gives what its callbacks are given. */
  call(name: string, options?: object): Promise<{ ok: boolean; answer: unknown }>
}
