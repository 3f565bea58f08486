import Taro from '@tarojs/taro'
import gcoord from 'gcoord'
import { del, get, set } from 'idb-keyval'
import { newKey } from './key'
import type { Place } from './platform'
import { forget, keep, recall } from './storage'

export type { Place } from './platform'

export const inWeChat = false
export const loginCode = async (): Promise<string | undefined> => undefined

/** A browser knows WGS-84 only; our API speaks GCJ-02. */
export async function currentPlace(): Promise<Place> {
  const { longitude, latitude, accuracy } = await Taro.getLocation({ type: 'wgs84' })
  const [lng, lat] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
  return { lng, lat, accuracy }
}

export const pickPlace = (): Promise<Place> => currentPlace()
export const hasMap = false

export async function choosePictures(count: number, source: 'camera' | 'album'): Promise<string[]> {
  const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: [source] })
  return tempFiles.slice(0, count).map((file) => file.tempFilePath)
}

/** A browser forgets chosen files with the page: a draft's picture is kept in IndexedDB. */
export async function keepPicture(tempFilePath: string): Promise<string> {
  const key = `kept:${newKey()}`
  await set(key, await (await fetch(tempFilePath)).blob())
  return key
}

export async function openPicture(filePath: string): Promise<string> {
  if (!filePath.startsWith('kept:')) return filePath
  const blob = await get<Blob>(filePath)
  if (!blob) throw new Error('the picture is gone')
  return URL.createObjectURL(blob)
}

export function dropPicture(filePath: string): void {
  if (filePath.startsWith('kept:')) del(filePath).catch(() => {})
}

export const canScan = false
export const scanCode = async (): Promise<string | undefined> => undefined

export function chooseTable(): Promise<string | undefined> {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.csv,.xlsx' })
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(undefined))
    input.addEventListener('change', () => resolve(input.files?.[0] && URL.createObjectURL(input.files[0])))
    input.click()
  })
}

export async function openWorkbook(filePath: string, name: string): Promise<void> {
  Object.assign(document.createElement('a'), { href: filePath, download: name }).click()
}

export const canPrint = true
export const printPage = (): void => window.print()

export function watchKeys(own: string, tell: (key: string) => boolean): () => void {
  const look = (event: KeyboardEvent) => {
    const field = (event.target as Element | null)?.closest?.('input, textarea')
    if ((field && !field.closest(own)) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !tell(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  // in the capture phase: Enter after a scan must not press the button that was tapped last
  document.addEventListener('keydown', look, true)
  return () => document.removeEventListener('keydown', look, true)
}

/** Taro asks navigator.connection, which many browsers do not have and none tells of a lost network. */
export function watchNetwork(tell: (isOn: boolean) => void): void {
  const look = () => tell(navigator.onLine)
  look()
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
}

const isLostCode = (reason: unknown) => reason instanceof Error && /^Loading (CSS )?chunk/.test(reason.message)

export function watchUnopened(tell: (url: string | null) => void): void {
  let shown = ''
  let coming = window.location.hash
  Taro.eventCenter.on('__taroRouterChange', () => {
    shown = coming
    coming = window.location.hash
    tell(null)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (!isLostCode(reason)) return
    const url = window.location.hash.slice(1)
    // address and tab bar have moved on and the page has not: they go back to what is shown, without opening it anew
    window.history.replaceState(window.history.state, '', shown || '#')
    Taro.eventCenter.trigger('__taroRouterChange', { toLocation: { path: shown.slice(1).split('?')[0] } })
    tell(url)
  })
}

export const markElder = (elder: boolean): void => void document.body.classList.toggle('elder', elder)

export const fontScale = (): number => 1

const agreedAs = 'privacy-agreed'
export const privacyNeeded = async (): Promise<boolean> => !recall(agreedAs, false)
export const privacyByWeChat = false
export const rememberPrivacy = (): void => {
  keep(agreedAs, true)
}
export const withdrawPrivacy = (): void => forget(agreedAs)
export const openPrivacyContract = (): void => {}
export const openSettings = (): void => {}

/** A browser leaves the screen to the person. */
export const brighten = async (): Promise<() => void> => () => {}
