import { makeAutoObservable, runInAction } from 'mobx'
import { newKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { upload } from '@/lib/upload'
import { session } from '@/session/session'

type Part = 'avatar' | 'nickname' | 'phone'

/** What people change of themselves, each part by itself. */
export class ProfileStore {
  /** As typed; null where nothing was typed. */
  typed: string | null = null
  /** The part that is being saved, and the one that was saved last. */
  busy: Part | null = null
  saved: Part | null = null
  /** How much of the picture is sent, 0 to 100. */
  percent = 0
  readonly errors = new Map<Part, string>()

  constructor() {
    makeAutoObservable(this)
  }

  get nickname(): string {
    return this.typed ?? session.person?.nickname ?? ''
  }

  get isChanged(): boolean {
    return this.nickname.trim() !== session.person?.nickname
  }

  type(nickname: string): void {
    if (nickname === this.nickname) return
    this.typed = nickname
    this.saved = null
    this.errors.delete('nickname')
  }

  saveNickname(): Promise<void> {
    return this.save('nickname', async () => {
      if (!this.nickname.trim()) throw new CallError(422, 'blank', '昵称不能为空。')
      await session.update({ nickname: this.nickname.trim() })
      runInAction(() => {
        this.typed = null
      })
    })
  }

  /** Null takes the picture away. */
  saveAvatar(path: string | null): Promise<void> {
    return this.save('avatar', async () => {
      this.percent = 0
      const photo = path && (await upload(path, newKey(), (percent) => this.progress(percent)).photo)
      await session.update({ avatarPhotoId: photo ? photo.id : null })
    })
  }

  /** `code` is absent where the person did not let WeChat tell the number. */
  savePhone(code: string | undefined): Promise<void> {
    return this.save('phone', async () => {
      if (!code) throw new CallError(0, 'refused', '没有取到手机号。不绑定也能上报，随时可以再试。')
      await session.takePhone(code)
    })
  }

  private progress(percent: number): void {
    this.percent = percent
  }

  private async save(part: Part, work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = part
    this.errors.delete(part)
    let error: unknown = null
    await work().catch((thrown) => {
      error = thrown
    })
    runInAction(() => {
      this.busy = null
      this.saved = error ? null : part
      if (error) this.errors.set(part, wordsFor(error))
    })
  }
}

/** The field's own words where the server named it. */
const wordsFor = (error: unknown): string => (error instanceof CallError && error.fields[0]?.message) || wordsOf(error)
