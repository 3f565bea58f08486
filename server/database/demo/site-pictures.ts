const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const row = (count: number, draw: (at: number) => string) => Array.from({ length: count }, (_, at) => draw(at)).join('')
const sky = (from: string, to: string, until = 900) =>
  `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>${rect(0, 0, 1200, until, 'url(#sky)')}`
const floor = (fill: string, y = 620) => rect(0, y, 1200, 900 - y, fill)
const books = (x: number, y: number, count: number) =>
  row(count, (at) =>
    rect(
      x + at * 34,
      y - 90 - ((at * 37) % 30),
      26,
      90 + ((at * 37) % 30),
      ['#b3261e', '#c98a2b', '#3d5a80', '#7a5c43', '#8c2f39'][at % 5] as string,
    ),
  )

/** Stalks of lights in a wind, the lower ones before the higher. */
const stalk = (x: number, y: number, tall: number) =>
  `<path d="M${x} ${y}q-14 -${tall / 2} 16 -${tall}" stroke="#e0a93b" stroke-width="5" fill="none"/>${row(
    5,
    (at) => `<ellipse cx="${x + 14 + at * 3}" cy="${y - tall + at * 17}" rx="8" ry="13" fill="#ffdf80"/>`,
  )}`
const wheat = (y: number) => row(24, (at) => stalk(20 + at * 50, y + ((at * 29) % 60), 190 + ((at * 53) % 90)))
const evening = `${sky('#1f2a50', '#c0705a')}${floor('#2c3140', 680)}`
const hut = (x: number) =>
  `${rect(x, 380, 380, 340, '#39424e')}${rect(x + 20, 410, 160, 290, '#ffe7b0')}${rect(x + 200, 410, 160, 290, '#ffdf9a')}${rect(x - 20, 360, 420, 30, '#252c36')}${books(x + 40, 640, 4)}`
const day = sky('#a9cde4', '#e8f1f5')
const house = (fill: string, roof: string) =>
  `${day}${floor('#b9b3a4', 720)}${rect(180, 300, 840, 420, fill)}<path d="M140 310 600 150l460 160z" fill="${roof}"/>`
const windows = (y: number) => row(4, (at) => rect(240 + at * 200, y, 120, 130, '#d8e8ef'))
const hall = `${rect(0, 0, 1200, 900, '#efe7d8')}${floor('#c9b99b')}`

/** What the demo's sites look like, drawn. */
export const siteScenes = {
  cornerEast: evening + wheat(800) + hut(700),
  cornerWest: evening + hut(120) + wheat(830),
  mailbox: `${evening}${wheat(700)}${rect(500, 330, 200, 430, '#c62828')}<path d="M500 340a100 90 0 0 1 200 0z" fill="#b71c1c"/>${rect(540, 430, 120, 20, '#3b0d0d')}${rect(560, 500, 80, 90, '#fff3e0')}${rect(480, 750, 240, 40, '#8e1b1b')}`,
  road: `${day}${floor('#9fb58a', 560)}<path d="M420 900 560 560h80l140 340z" fill="#7d8287"/>${row(4, (at) => `${rect(60 + at * 90, 420 + at * 34, 130 - at * 24, 120 - at * 22, '#a72a2a')}${rect(110 + at * 84, 530 + at * 14, 12, 150 - at * 30, '#5b5048')}`)}${row(5, (at) => `<circle cx="${760 + at * 110}" cy="${440 + (at % 2) * 40}" r="90" fill="#5f8a55"/>`)}`,
  building: `${hall}${row(6, (at) => rect(60 + at * 190, 60, 150, 420, '#cfe0e8'))}${rect(360, 470, 480, 190, '#8a6a4b')}${rect(340, 450, 520, 34, '#6e5338')}${rect(900, 300, 220, 330, '#a72a2a')}${row(4, (at) => rect(930, 350 + at * 60, 160, 16, '#f6e3c0'))}`,
  mall: `${rect(0, 0, 1200, 900, '#f3efe9')}${floor('#ddd2c2', 700)}${rect(220, 160, 760, 560, '#a72a2a')}${row(3, (at) => rect(260, 210 + at * 165, 680, 130, '#f8efe0') + books(280, 340 + at * 165, 19))}`,
  museum: `${house('#d9cbb2', '#8f3b30')}${row(5, (at) => rect(230 + at * 180, 330, 46, 390, '#f1e6d0'))}${rect(520, 470, 160, 250, '#5c3a28')}${row(4, (at) => rect(120 - at * 20, 720 + at * 40, 960 + at * 40, 40, at % 2 ? '#a89c86' : '#b9ad97'))}`,
  station: `${hall}${rect(120, 90, 960, 330, '#a72a2a')}${rect(160, 130, 880, 250, '#fbf4e4')}${row(5, (at) => rect(220, 170 + at * 40, 760 - (at % 3) * 120, 14, '#c8b48c'))}${rect(250, 560, 700, 40, '#7a5c43')}${row(4, (at) => rect(290 + at * 170, 640, 110, 120, '#b98a56'))}`,
  practice: `${house('#efe3cd', '#a5473c')}${windows(380)}${rect(520, 520, 160, 200, '#7a4a33')}${row(6, (at) => `<circle cx="${90 + at * 205}" cy="740" r="54" fill="#5f8a55"/>`)}`,
  /** The total as a member's phone shows it: which number it is does not matter here. */
  total: `${rect(0, 0, 1200, 900, '#f4f4f4')}${rect(330, 0, 540, 900, '#ffffff')}${rect(330, 0, 540, 210, '#c62828')}${rect(400, 90, 400, 60, '#ffd9d2', 'rx="30"')}${row(6, (at) => rect(380, 270 + at * 95, 440 - (at % 3) * 90, 34, '#e0e0e0', 'rx="8"'))}`,
} as const
