import Taro from '@tarojs/taro'

/** What follows a tap on a link, told beside it. */
export const openHint = '点一下复制链接，到浏览器里打开'

/** WeChat opens no pages of others in a mini-program: the link is copied, to be pasted into a browser. Says what was done. */
export async function openLink(url: string): Promise<string> {
  await Taro.setClipboardData({ data: url })
  return '链接复制好了，到浏览器里粘贴打开。'
}
