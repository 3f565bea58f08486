import { answer, type Callbacks, Failure } from './answer'

export const account = {
  login: (options?: Callbacks) =>
    answer('login', options, async () => {
      const code = await window.loginCode()
      if (!code) throw new Failure('network error')
      return { code }
    }),
}
