import sharp from 'sharp'
import { siteScenes } from './site-pictures'

const rect = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
const box = (x: number, y: number, size: number) =>
  `${rect(x, y, size, size * 0.8, '#b98a56')}${rect(x, y, size, size * 0.16, '#cda06b')}${rect(x + size * 0.44, y, size * 0.12, size * 0.8, '#a5783f')}`

const corridor = `${rect(0, 0, 1200, 900, '#d9d4c7')}<path d="M0 900 350 520h500l350 380z" fill="#a8a294"/><path d="M0 0l350 200v320L0 900zM1200 0 850 200v320l350 380z" fill="#c7c1b2"/>
${rect(350, 200, 500, 320, '#e8e4da')}${rect(520, 260, 160, 260, '#7a5c43')}<circle cx="660" cy="395" r="8" fill="#d8b46a"/>${rect(470, 130, 260, 22, '#fbf6e4')}`
const room = `${rect(0, 0, 1200, 900, '#cfd8d3')}${rect(0, 620, 1200, 280, '#9aa39d')}${['#3f6fb0', '#b0463f', '#7a5a3c', '#4a4f52']
  .map((fill, i) => `${rect(130 + i * 250, 340, 190, 330, fill)}${rect(120 + i * 250, 310, 210, 40, '#2f3336')}`)
  .join('')}`
const lane = `${rect(0, 0, 1200, 900, '#bcd3e0')}${rect(0, 480, 1200, 420, '#6d7174')}${rect(120, 120, 360, 360, '#c9b9a2')}${rect(700, 80, 380, 400, '#b9a88f')}<path d="M0 700h1200" stroke="#e7c33b" stroke-width="16" stroke-dasharray="90 50"/>`
const bag = (x: number, y: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="70" ry="60" fill="#33383b"/><path d="M${x - 18} ${y - 55}l18-28 18 28z" fill="#33383b"/>`
const car = `<path d="M300 640q20-110 150-120h260q110 20 170 110 90 10 90 70v40H260v-50q0-50 40-50z" fill="#9c2f2f"/><path d="M440 560h240q70 10 110 66H390z" fill="#d6e4ec"/><circle cx="400" cy="745" r="52" fill="#24282b"/><circle cx="830" cy="745" r="52" fill="#24282b"/>`

const scenes = {
  corridorFull: corridor + box(180, 560, 230) + box(330, 470, 170) + box(760, 600, 250) + box(820, 480, 150),
  corridorLow: corridor + box(60, 640, 260) + box(420, 560, 120) + box(700, 690, 200),
  corridorClear: corridor,
  binsFull: room + bag(250, 720) + bag(420, 760) + bag(640, 740) + bag(900, 770) + bag(520, 300),
  binsClear: room,
  laneBlocked: lane + car,
  ...siteScenes,
} as const

export type Scene = keyof typeof scenes

/** A drawn picture for the demo story, as JPEG bytes, so many pixels wide. */
export const drawScene = (scene: Scene, width = 1200): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width * 0.75}" viewBox="0 0 1200 900">${scenes[scene]}</svg>`,
    ),
  )
    .jpeg({ quality: 82 })
    .toBuffer()
