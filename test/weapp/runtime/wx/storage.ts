import { answer, type Callbacks, Failure } from './answer'

const prefix = 'storage:'
const oneKey = 1024 * 1024
const all = 10 * 1024 * 1024

const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix))
const bytes = (text: string): number => new TextEncoder().encode(text).length
const kept = (): number => keys().reduce((sum, key) => sum + bytes(localStorage.getItem(key) ?? ''), 0)

/** WeChat keeps what JSON can hold, 1 MB a key and 10 MB in all. */
function set(key: string, data: unknown): void {
  const text = JSON.stringify({ data })
  if (bytes(text) > oneKey) throw new Failure('entry size limit reached')
  const before = bytes(localStorage.getItem(prefix + key) ?? '')
  if (kept() - before + bytes(text) > all) throw new Failure('exceed storage max size 10Mb')
  localStorage.setItem(prefix + key, text)
}

function get(key: string): unknown {
  const text = localStorage.getItem(prefix + key)
  if (text === null) throw new Failure('data not found')
  return (JSON.parse(text) as { data: unknown }).data
}

const remove = (key: string): void => localStorage.removeItem(prefix + key)
const clear = (): void => keys().forEach((key) => void localStorage.removeItem(key))
const info = () => ({
  keys: keys().map((key) => key.slice(prefix.length)),
  currentSize: Math.ceil(kept() / 1024),
  limitSize: all / 1024,
})

/** The functions whose names end in Sync throw what the others give to fail. */
function sync<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Failure ? new Error(`${name}:fail ${error.message}`) : error
  }
}

type Keyed = Callbacks & { key: string; data?: unknown }
const done = (name: string, options: Callbacks | undefined, work: () => void) =>
  answer(name, options, () => {
    work()
    return {}
  })

export const storage = {
  setStorage: (options: Keyed) => done('setStorage', options, () => set(options.key, options.data)),
  getStorage: (options: Keyed) => answer('getStorage', options, () => ({ data: get(options.key) })),
  removeStorage: (options: Keyed) => done('removeStorage', options, () => remove(options.key)),
  clearStorage: (options?: Callbacks) => done('clearStorage', options, clear),
  getStorageInfo: (options?: Callbacks) => answer('getStorageInfo', options, info),
  setStorageSync: (key: string, data: unknown) => sync('setStorageSync', () => set(key, data)),
  getStorageSync: (key: string) => (localStorage.getItem(prefix + key) === null ? '' : get(key)),
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
}
