import type { OpenPage } from './open-page'

const part = (id: string) => document.getElementById(id) as HTMLElement

interface Ways {
  readonly back?: () => void
  readonly toTab: (route: string) => void
}

/** What WeChat draws around a page: navigation bar, tab bar, and only this page's style sheet. */
export function drawChrome(page: OpenPage, { back, toTab }: Ways): void {
  drawNavigationBar(page)
  if (back) drawBack(back)
  drawTabBar(page.address.route, toTab)
  for (const sheet of document.querySelectorAll<HTMLStyleElement>('style[data-wxss]')) {
    const id = sheet.dataset.wxss ?? ''
    if (sheet.sheet && window.packedApp.pages.includes(id)) sheet.sheet.disabled = id !== page.address.route
  }
}

function drawNavigationBar({ config }: OpenPage): void {
  const { navigationBarTitleText = '', navigationBarBackgroundColor = '#000000', navigationBarTextStyle } = config
  const bar = part('navigation')
  bar.style.background = navigationBarBackgroundColor
  bar.style.color = navigationBarTextStyle === 'black' ? '#000' : '#fff'
  bar.replaceChildren(navigationBarTitleText)
}

function drawBack(back: () => void): void {
  part('navigation').prepend(Object.assign(document.createElement('button'), { textContent: '‹', ariaLabel: '返回', onclick: back }))
}

function drawTabBar(route: string, toTab: (route: string) => void): void {
  const { tabBar } = window.packedApp.app
  const tabs = tabBar?.list ?? []
  const bar = part('tabs')
  bar.hidden = !tabs.some(({ pagePath }) => pagePath === route)
  bar.replaceChildren(
    ...tabs.map(({ pagePath, text, iconPath, selectedIconPath }) => {
      const on = pagePath === route
      const tab = Object.assign(document.createElement('a'), { onclick: () => toTab(pagePath) })
      tab.style.color = (on ? tabBar?.selectedColor : tabBar?.color) ?? ''
      const icon = on ? selectedIconPath : iconPath
      if (icon) tab.append(Object.assign(document.createElement('img'), { src: icon, alt: '' }))
      tab.append(text)
      return tab
    }),
  )
}

/** Every wxss as a style element, the app's first. */
export function addStyleSheets(): void {
  const { styles } = window.packedApp
  for (const id of Object.keys(styles).sort((one, other) => Number(other === 'app') - Number(one === 'app'))) {
    const sheet = Object.assign(document.createElement('style'), { textContent: styles[id] })
    sheet.dataset.wxss = id
    document.head.append(sheet)
  }
}
