import { makeAutoObservable, runInAction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { grouped } from '@/lib/money'
import { qrSquares } from '@/lib/qr'
import { absolute, call } from '@/lib/request'
import type { SiteDetail, StudyPath } from '../../../../contract/study'
import { homeUrl } from '../urls'
import { appAddress, fileOf, loadPicture, pageCode, saveFile } from './device'
import { draw, type Paper, type Pictures } from './draw'

interface Known {
  readonly path: StudyPath
  /** Where I was last; null: nowhere yet. */
  readonly site: SiteDetail | null
}

/** The picture of my path: what it tells, the file it becomes, and how it gets into the album. */
export class ShareStore {
  readonly known = new Loadable<Known>(loadKnown)
  /** The drawn picture as a file. */
  file: string | null = null
  error: string | null = null
  saving = false
  outcome: 'saved' | 'refused' | 'failed' | null = null

  constructor(private readonly nickname: string) {
    makeAutoObservable<this, 'nickname'>(this, { known: false, nickname: false })
  }

  /** The picture in words. */
  get spoken(): string {
    const { path, site } = this.known.value ?? {}
    if (!path || !site) return ''
    return ['分享图', this.nickname, site.name, ...figuresOf(path).map(({ name, figure, unit }) => `${name} ${figure} ${unit}`)].join('，')
  }

  async draw(find: () => Promise<Paper>): Promise<void> {
    const { path, site } = this.known.value ?? {}
    if (!path || !site) return
    this.error = null
    try {
      const paper = await find()
      draw(paper, { nickname: this.nickname, siteName: site.name, figures: figuresOf(path) }, await picturesOf(paper, site))
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
    const outcome = await saveFile(this.file).catch(() => 'failed' as const)
    runInAction(() => {
      this.saving = false
      this.outcome = outcome === 'stepped back' ? null : outcome
    })
  }
}

async function loadKnown(): Promise<Known> {
  const path = await call('GET /study/path')
  const last = [...path.sites].sort((one, other) => other.last.localeCompare(one.last))[0]
  return { path, site: last ? await call('GET /sites/:id', { params: { id: last.id } }) : null }
}

const figuresOf = ({ days, streak, points }: StudyPath) => [
  { name: '本月打卡', figure: grouped(days.length), unit: '天' },
  { name: '连续打卡', figure: grouped(streak), unit: '天' },
  { name: '积分', figure: grouped(points), unit: '分' },
]

/** The site's photo, and the mini-program's code; a QR code of the app's address where there is none. */
async function picturesOf(paper: Paper, { photos, coverUrl }: SiteDetail): Promise<Pictures> {
  const show = (src: string | null | undefined) => (src ? loadPicture(paper, src).catch(() => null) : null)
  const cover = photos[0]?.url ?? coverUrl
  const [site, code] = await Promise.all([show(cover && absolute(cover)), pageCode().then(show)])
  if (code) return { site, code, invitation: '微信扫一扫，一起打卡' }
  return { site, code: qrSquares(`${appAddress()}/#${homeUrl}`), invitation: '扫一扫，一起打卡' }
}
