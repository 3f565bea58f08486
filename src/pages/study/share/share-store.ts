import { makeAutoObservable } from 'mobx'
import { appAddress, loadPicture } from '@/lib/drawing'
import { DrawnPicture } from '@/lib/drawn-picture'
import { Loadable } from '@/lib/loadable'
import { grouped } from '@/lib/money'
import type { Paper } from '@/lib/pen'
import { qrSquares } from '@/lib/qr'
import { absolute, call } from '@/lib/request'
import type { SiteDetail, StudyPath } from '../../../../contract/study'
import { homeUrl } from '../urls'
import { draw, type Pictures } from './draw'
import { pageCode } from './page-code'

interface Known {
  readonly path: StudyPath
  /** Where I was last; null: nowhere yet. */
  readonly site: SiteDetail | null
}

/** The picture of my path, and what it tells. */
export class ShareStore {
  readonly known = new Loadable<Known>(loadKnown)
  readonly picture = new DrawnPicture('我的学习足迹', async (paper) => {
    const { path, site } = this.known.value ?? {}
    if (!path || !site) throw new Error('there is nothing to draw yet')
    draw(paper, { nickname: this.nickname, siteName: site.name, figures: figuresOf(path) }, await picturesOf(paper, site))
  })

  constructor(private readonly nickname: string) {
    makeAutoObservable<this, 'nickname'>(this, { known: false, picture: false, nickname: false })
  }

  /** The picture in words. */
  get spoken(): string {
    const { path, site } = this.known.value ?? {}
    if (!path || !site) return ''
    return ['分享图', this.nickname, site.name, ...figuresOf(path).map(({ name, figure, unit }) => `${name} ${figure} ${unit}`)].join('，')
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
  if (code) return { site, sign: code, invitation: '微信扫一扫，一起打卡' }
  return { site, sign: qrSquares(`${appAddress()}/#${homeUrl}`), invitation: '扫一扫，一起打卡' }
}
