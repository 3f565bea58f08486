import type { Foundation } from '../../foundation'
import { pictureType } from '../../shared/picture-type'

const page = 'pages/study/home/index'
/** What the page is told; WeChat wants a word. */
const scene = 'share'

/**
 * Gives the mini-program's own code for the first page of study as a data URL, null where there is no WeChat. WeChat is asked once and
 * the picture kept beside the others; whoever comes while it is on its way waits for the same one.
 */
export function createShareCode({ wechat, photoStore, settings }: Foundation): () => Promise<string | null> {
  const key = `share/${settings.WECHAT_APPID}.jpg`
  const find = async () => {
    const kept = await photoStore.get(key)
    if (kept) return kept
    const picture = await wechat.pageCode(page, scene)
    await photoStore.put(key, picture)
    return picture
  }
  let finding: Promise<Buffer> | undefined
  return async () => {
    if (!wechat.isOn) return null
    finding ??= find().finally(() => {
      finding = undefined
    })
    const picture = await finding
    return `data:${pictureType(picture)};base64,${picture.toString('base64')}`
  }
}
