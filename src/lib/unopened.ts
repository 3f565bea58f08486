import Taro from '@tarojs/taro'
import { makeAutoObservable } from 'mobx'
import { watchUnopened } from './platform'

/** The page that was asked for and did not open. */
class Unopened {
  url: string | null = null

  constructor() {
    makeAutoObservable(this)
    watchUnopened((url) => this.set(url))
  }

  retry(): void {
    const { url } = this
    this.url = null
    if (url) Taro.navigateTo({ url })
  }

  private set(url: string | null): void {
    this.url = url
  }
}

export const unopened = new Unopened()
