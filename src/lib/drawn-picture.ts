import { makeAutoObservable, runInAction } from 'mobx'
import { fileOf, saveFile } from './drawing'
import type { Paper } from './pen'

/** A picture drawn on the phone to show others: the file it becomes, and how it gets into the album. */
export class DrawnPicture {
  file: string | null = null
  error: string | null = null
  saving = false
  outcome: 'saved' | 'refused' | 'failed' | null = null

  /** `name`: what a browser saves it as. */
  constructor(
    private readonly name: string,
    private readonly paint: (paper: Paper) => void | Promise<void>,
  ) {
    makeAutoObservable<this, 'name' | 'paint'>(this, { name: false, paint: false })
  }

  async draw(find: () => Promise<Paper>): Promise<void> {
    this.error = null
    try {
      const paper = await find()
      await this.paint(paper)
      const file = await fileOf(paper)
      runInAction(() => {
        this.file = file
      })
    } catch {
      runInAction(() => {
        this.error = '图片没有画出来，请再试一次。'
      })
    }
  }

  async save(): Promise<void> {
    if (!this.file || this.saving) return
    this.saving = true
    this.outcome = null
    const outcome = await saveFile(this.file, this.name).catch(() => 'failed' as const)
    runInAction(() => {
      this.saving = false
      this.outcome = outcome === 'stepped back' ? null : outcome
    })
  }
}
