/** Where the phone is, in GCJ-02 degrees; off: the phone's own switch; silent: no satellite, no network, no answer. */
export type PhonePlace = { readonly longitude: number; readonly latitude: number; readonly accuracy: number } | 'off' | 'silent'

/** What the phone is like. A test gives it before the start and may change it later. */
export interface PhoneSettings {
  /** Origin baked into the mini-program, and the only one that counts as a legal domain. */
  readonly apiOrigin: string
  place: PhonePlace
  /** What the person picks on WeChat's map. */
  pickedPlace: { readonly name: string; readonly address: string; readonly longitude: number; readonly latitude: number } | undefined
  /** WeChat's own font size in px. */
  fontSize: number
  /** Whether the 用户隐私保护指引 has something new to consent to. */
  privacyAsked: boolean
}

/** What the test's side does for the phone. */
export interface PhoneHost {
  /** A code of wx.login from WeChat's server; empty when the phone does not get one. */
  loginCode(): Promise<string>
  phoneCode(): Promise<string>
}
