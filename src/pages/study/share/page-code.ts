import { inWeChat } from '@/lib/platform'
import { call } from '@/lib/request'

/** The mini-program's own code; null in a browser, where the town has none, or WeChat does not answer. */
export const pageCode = async (): Promise<string | null> =>
  inWeChat
    ? call('GET /study/share-code').then(
        ({ picture }) => picture,
        () => null,
      )
    : null
