import { makeAutoObservable, when } from 'mobx'
import { online } from '@/lib/online'
import { choosePictures, keepPicture } from '@/lib/platform'
import { CallError } from '@/lib/problem'
import type { KeptPicture } from './draft'
import { Picture } from './picture'

/** How many are sent at a time: a weak network carries few. */
const abreast = 2

/** The pictures of one report or one step of its handling: up to nine, sent as soon as they are chosen. */
export class PictureTray {
  pictures: Picture[] = []
  /** What went wrong with choosing, for the screen. */
  notice: string | null = null
  private readonly stopListening = online.onBack(() => this.goOn())

  constructor(
    kept: readonly KeptPicture[] = [],
    readonly most = 9,
  ) {
    makeAutoObservable<this, 'stopListening'>(this, { stopListening: false })
    this.pictures = kept.map((picture) => new Picture(picture.path, picture))
    for (const picture of this.pictures) picture.open()
    this.pump()
  }

  get room(): number {
    return this.most - this.pictures.length
  }

  get kept(): KeptPicture[] {
    return this.pictures.map((picture) => picture.kept)
  }

  get photoIds(): string[] {
    return this.pictures.flatMap(({ photoId }) => photoId ?? [])
  }

  get isBusy(): boolean {
    return this.pictures.some(({ state }) => state === 'sending' || state === 'waiting')
  }

  /** Lets the person take or choose pictures and starts sending them. */
  async choose(source: 'camera' | 'album'): Promise<void> {
    this.notice = null
    try {
      const chosen = await choosePictures(this.room, source)
      // one after the other: phones run out of memory copying nine big pictures at once
      for (const path of chosen.slice(0, this.room)) await this.add(path)
      if (chosen.length > this.most) this.say(`最多 ${this.most} 张，多选的没有加进来。`)
    } catch {
      this.say(source === 'camera' ? '没有打开相机，请在手机设置里允许使用相机。' : '没有打开相册，请在手机设置里允许使用相册。')
    }
  }

  async add(tempPath: string): Promise<void> {
    const path = await keepPicture(tempPath).catch(() => tempPath)
    const picture = new Picture(path)
    await picture.open()
    this.put(picture)
  }

  remove(picture: Picture): void {
    picture.drop()
    this.pictures = this.pictures.filter(({ key }) => key !== picture.key)
    this.pump()
  }

  retry(picture: Picture): void {
    picture.state = 'waiting'
    this.pump()
  }

  stop(picture: Picture): void {
    picture.stop()
    this.pump()
  }

  /** The server has thrown the uploads away (after a day): all are to be sent again. */
  renew(): void {
    for (const picture of this.pictures) picture.renew()
    this.pump()
  }

  /** All of them on the server: sends what failed or was stopped once more. Throws when one does not arrive. */
  async settle(): Promise<string[]> {
    for (const picture of this.pictures) if (picture.state === 'failed' || picture.state === 'stopped') picture.state = 'waiting'
    this.pump()
    await when(() => !this.isBusy)
    const missing = this.pictures.find(({ state }) => state !== 'sent')
    if (missing) throw new CallError(missing.passing ? 0 : 422, 'photo-not-sent', missing.error ?? wordsFor(missing))
    return this.photoIds
  }

  /** Stops sending; the pictures stay on the phone. */
  close(): void {
    this.stopListening()
    for (const picture of this.pictures) picture.stop()
  }

  /** Stops sending and forgets the pictures. */
  clear(): void {
    for (const picture of this.pictures) picture.drop()
    this.pictures = []
  }

  private put(picture: Picture): void {
    this.pictures.push(picture)
    this.pump()
  }

  private say(words: string): void {
    this.notice = words
  }

  private goOn(): void {
    for (const picture of this.pictures) if (picture.state === 'failed' && picture.passing) picture.state = 'waiting'
    this.pump()
  }

  private pump(): void {
    const sending = this.pictures.filter(({ state }) => state === 'sending').length
    const next = this.pictures.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, abreast - sending))
    for (const picture of next) picture.send().then(() => this.pump())
  }
}

const wordsFor = ({ state }: Picture) => (state === 'gone' ? '有照片在手机里找不到了，请移除后重拍。' : '有照片没传上去，请重传或移除。')
