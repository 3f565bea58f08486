import Taro from '@tarojs/taro'
import type { Paper } from './pen'

const patience = 40
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const find = (selector: string): Promise<Paper | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(selector)
      .node((found) => resolve((found?.node as Paper | undefined) ?? null))
      .exec()
  })

/** The node of a canvas on the page. A page draws its parts some moments after it is opened. Rejects when there is none in two seconds. */
export async function paperOf(selector: string): Promise<Paper> {
  for (let time = 0; time < patience; time += 1) {
    const paper = await find(selector)
    if (paper) return paper
    await pause(50)
  }
  throw new Error(`no canvas ${selector}`)
}
