import type { GeneralBackendElement } from 'glass-easel'
import { pageBackend, space } from '../engine'
import { report } from '../report'
import type { Address } from './launch'

const usualReachBottom = 50

/** One page of the stack: its frame on the screen and its instance. */
export class OpenPage {
  readonly frame = document.createElement('div')
  readonly scroller = document.createElement('div')
  readonly instance: Record<string, unknown>
  private readonly root
  private readonly openedAt = performance.now()

  constructor(readonly address: Address) {
    this.frame.className = 'frame'
    this.scroller.className = 'wx-page'
    this.scroller.dataset.route = address.route
    const placeholder = document.createElement('span')
    this.scroller.append(placeholder)
    this.frame.append(this.scroller)
    document.getElementById('pages')?.append(this.frame)
    this.root = pageBackend.createRoot('wx-page-root', space, address.route)
    this.instance = this.root.get() as unknown as Record<string, unknown>
    Object.assign(this.instance, { route: address.route, __route__: address.route, options: address.query })
    this.root.attach(this.scroller as unknown as GeneralBackendElement, placeholder as unknown as GeneralBackendElement)
    this.watchScroll()
  }

  get config() {
    const { app, configs } = window.packedApp
    return { ...app.window, ...configs[this.address.route] }
  }

  /** Calls a method of the page that WeChat would call, when it has it. */
  tell(event: string, detail?: unknown): void {
    const method = this.instance[event]
    if (typeof method !== 'function') return
    try {
      method.call(this.instance, detail)
    } catch (error) {
      report.error(error)
    }
  }

  start(): void {
    this.tell('onLoad', this.address.query)
    this.tell('onShow')
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        report.readyAfter[this.address.route] = performance.now() - this.openedAt
        this.tell('onReady')
      }),
    )
  }

  close(): void {
    this.tell('onUnload')
    this.root.release()
    this.frame.remove()
  }

  private watchScroll(): void {
    let atBottom = false
    this.scroller.addEventListener('scroll', () => {
      const { scrollTop, clientHeight, scrollHeight } = this.scroller
      this.tell('onPageScroll', { scrollTop })
      const near = scrollTop + clientHeight >= scrollHeight - (this.config.onReachBottomDistance ?? usualReachBottom)
      if (near && !atBottom) this.tell('onReachBottom')
      atBottom = near
    })
  }
}
