import Taro from '@tarojs/taro'

/** What is kept on the phone under a name; `fallback` when there is nothing or it cannot be read. */
export function recall<T>(name: string, fallback: T): T {
  try {
    const kept = Taro.getStorageSync(name)
    return kept === '' || kept === undefined || kept === null ? fallback : (JSON.parse(kept) as T)
  } catch {
    return fallback
  }
}

/** Keeps a value on the phone through a kill; says whether there was room. */
export function keep(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(name)
  } catch {
    // it is not there any more
  }
}
