import { Failure } from '../wx/answer'
import { drawChrome } from './chrome'
import { type Address, addressOf } from './launch'
import { load } from './modules'
import { OpenPage } from './open-page'

const most = 10

/** Pages on top of each other, the shown one last; tab pages stay alive beside it. */
const stack: OpenPage[] = []
const tabPages = new Map<string, OpenPage>()

const tabRoutes = () => (window.packedApp.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
export const isTab = (route: string): boolean => tabRoutes().includes(route)

export const shownPage = (): OpenPage => stack.at(-1) as OpenPage
export const routes = (): string[] => stack.map(({ address }) => address.route)
export const pageInstances = (): unknown[] => stack.map(({ instance }) => instance)

export const loadScript = (id: string): unknown => load(id, pageInstances)

export function push(url: string): void {
  const address = find(url)
  if (isTab(address.route)) throw new Failure('can not navigateTo a tabbar page')
  if (stack.length >= most) throw new Failure('webview count limit exceed')
  shownPage().tell('onHide')
  stack.push(open(address))
  show(true)
}

export function replace(url: string): void {
  const address = find(url)
  if (isTab(address.route)) throw new Failure('can not redirectTo a tabbar page')
  close(stack.pop())
  stack.push(open(address))
  show(true)
}

export function back(delta: number): void {
  if (stack.length < 2) throw new Failure('cannot navigate back at first page.')
  for (let left = delta; left > 0 && stack.length > 1; left -= 1) close(stack.pop())
  show(false)
}

export function switchTab(url: string): void {
  const address = find(url)
  if (!isTab(address.route)) throw new Failure('can not switch to no-tabBar page')
  if (shownPage().address.route === address.route) return
  leaveForTab()
  const known = tabPages.get(address.route)
  stack.push(known ?? openTab(address))
  show(!known)
}

/** Closes everything and starts again at a page; also how the first page comes. */
export function relaunch(url: string): void {
  const address = find(url)
  for (const page of new Set([...stack.splice(0), ...tabPages.values()])) page.close()
  tabPages.clear()
  stack.push(isTab(address.route) ? openTab(address) : open(address))
  show(true)
}

function find(url: string): Address {
  const address = addressOf(url, stack.at(-1)?.address.route)
  if (window.packedApp.pages.includes(address.route)) return address
  throw new Failure(`page "${address.route}" is not found`)
}

function open(address: Address): OpenPage {
  loadScript(address.route)
  return new OpenPage(address)
}

function openTab(address: Address): OpenPage {
  const page = open({ ...address, query: {} })
  tabPages.set(address.route, page)
  return page
}

function leaveForTab(): void {
  const shown = shownPage()
  if (tabPages.has(shown.address.route)) shown.tell('onHide')
  for (const page of stack.splice(0)) if (!tabPages.has(page.address.route)) page.close()
}

function close(page: OpenPage | undefined): void {
  if (!page) return
  if (tabPages.get(page.address.route) === page) tabPages.delete(page.address.route)
  page.close()
}

function show(first: boolean): void {
  const shown = shownPage()
  for (const page of new Set([...stack, ...tabPages.values()])) page.frame.hidden = page !== shown
  drawChrome(shown, { back: stack.length > 1 ? () => back(1) : undefined, toTab: (route) => switchTab(`/${route}`) })
  if (first) shown.start()
  else shown.tell('onShow')
}
