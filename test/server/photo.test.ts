import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import sharp from 'sharp'
import type { Photo } from '../../contract/photo'
import { takePhotos } from '../../server/shared/photos'
import { blankPng, phonePicture, picture } from '../helpers/pictures'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let wang: Caller
beforeAll(async () => {
  town = await TestTown.open()
  wang = await town.as('resident')
})
afterAll(() => town.close())

const download = async (url: string) => {
  const response = await town.app.inject(url)
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload, code: () => response.json().code }
}
const files = async () => {
  const entries = await readdir(path.join(town.settings.DATA_DIR, 'photos'), { recursive: true }).catch(() => [] as string[])
  return entries.filter((name) => name.endsWith('.jpg'))
}
const rowOf = (id: string) => town.db.selectFrom('photos').selectAll().where('id', '=', id).executeTakeFirst()
const upload = async (bytes: Buffer): Promise<Photo> => {
  const answer = await wang.upload(bytes)
  expect(answer.status).toBe(201)
  return answer.body
}

describe('a picture from a phone', () => {
  let photo: Photo
  let full: Buffer
  beforeAll(async () => {
    photo = await upload(await phonePicture(3000, 2000))
    full = (await download(photo.url)).bytes
  })

  test('when it lies on its side, then it is kept upright and no side is longer than 2048 pixels', async () => {
    expect(photo).toMatchObject({ width: 1365, height: 2048 })
    const { data, info } = await sharp(full).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([1365, 2048])
    const [red, , blue] = data.subarray((20 * info.width + 600) * info.channels)
    expect(red).toBeGreaterThan(200)
    expect(blue).toBeLessThan(60)
  })

  test('when it says where it was taken and with what, then nothing of that is left in either size', async () => {
    for (const bytes of [full, (await download(photo.thumbUrl)).bytes]) {
      const { exif, xmp, icc, iptc, orientation, format } = await sharp(bytes).metadata()
      expect({ exif, xmp, icc, iptc, orientation, format }).toEqual({ format: 'jpeg' })
      expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|PHONE-OF-WANG|XMP-OF-WANG/)
    }
  })

  test('when it is listed, then the thumbnail is there too, at most 400 pixels', async () => {
    const { width, height } = await sharp((await download(photo.thumbUrl)).bytes).metadata()
    expect([width, height]).toEqual([266, 400])
  })

  test('when it is fetched by its URL, then it comes as JPEG with its length and is kept by the phone until the URL ends', async () => {
    const { status, headers } = await download(photo.url)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(full.length),
      'x-content-type-options': 'nosniff',
    })
    const seconds = Number(/^private, max-age=(\d+), immutable$/.exec(String(headers['cache-control']))?.[1])
    expect(seconds).toBeGreaterThan(14 * 60)
    expect(seconds).toBeLessThanOrEqual(30 * 60)
  })

  test('when its row is written, then the digest is that of the kept picture', async () => {
    expect(await rowOf(photo.id)).toMatchObject({
      owner_id: wang.personId,
      digest: createHash('sha256').update(full).digest('hex'),
      bytes: full.length,
      taken_by: null,
    })
  })
})

describe('what is no JPEG', () => {
  const seeThrough = sharp({ create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  test.each([
    ['PNG', () => seeThrough.clone().png().toBuffer()],
    ['WebP', () => seeThrough.clone().webp().toBuffer()],
    ['AVIF', () => seeThrough.clone().avif({ effort: 0 }).toBuffer()],
  ])('when a %s with nothing but transparency comes, then it is kept as white JPEG', async (_name, make) => {
    const { bytes } = await download((await upload(await make())).url)
    expect((await sharp(bytes).metadata()).format).toBe('jpeg')
    expect((await sharp(bytes).stats()).channels.every(({ min }) => min > 250)).toBe(true)
  })

  test('when a picture in the colours of print comes, then it is kept in those of a screen', async () => {
    const { bytes } = await download((await upload(await picture().toColourspace('cmyk').jpeg().toBuffer())).url)
    expect((await sharp(bytes).metadata()).space).toBe('srgb')
  })

  test('when a picture is 1 by 1 or very long, then it is kept as it is or no side is lost', async () => {
    expect(await upload(await picture(2, 1).png().toBuffer())).toMatchObject({ width: 2, height: 1 })
    expect(await upload(await blankPng(60_000, 2))).toMatchObject({ width: 2048, height: 1 })
  })
})

describe('what is no picture to keep', () => {
  const zip = () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2000, 7)])
  const svg = () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')
  const heic = () => Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(500)])
  const half = async () => {
    const whole = await picture(800, 600).jpeg({ quality: 100 }).toBuffer()
    return whole.subarray(0, whole.length / 2)
  }
  const lying = async () => Buffer.concat([(await picture().png().toBuffer()).subarray(0, 8), svg()])
  test.each<[string, () => Buffer | Promise<Buffer>, number, string]>([
    ['a ZIP named .jpg', zip, 415, 'photo-kind'],
    ['a text', () => Buffer.from('楼道里堆满了东西'), 415, 'photo-kind'],
    ['an SVG with a script', svg, 415, 'photo-kind'],
    ['a GIF', () => picture().gif().toBuffer(), 415, 'photo-kind'],
    ['a TIFF', () => picture().tiff().toBuffer(), 415, 'photo-kind'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 415, 'photo-kind'],
    ['a HEIC', heic, 415, 'photo-kind'],
    ['nothing at all', () => Buffer.alloc(0), 422, 'photo-empty'],
    ['half of a JPEG', half, 422, 'photo-unreadable'],
    ['the first bytes of a PNG with an SVG behind', lying, 422, 'photo-unreadable'],
    ['three bytes', () => Buffer.from('ffd8ff', 'hex'), 422, 'photo-unreadable'],
    ['21 MB', () => Buffer.alloc(21 * 1024 * 1024, 0xff), 413, 'photo-too-large'],
    ['a PNG of 40,000 by 40,000', () => blankPng(40_000, 40_000), 422, 'photo-too-many-pixels'],
  ])('when %s comes, then it is refused and leaves nothing', async (_name, make, status, code) => {
    const bytes = await make()
    const before = await files()
    const began = process.memoryUsage().rss
    const start = Date.now()
    const { problem, ...answer } = await wang.upload(bytes)
    expect([answer.status, problem.code]).toEqual([status, code])
    expect(problem.detail).toMatch(/照片/)
    expect(await files()).toEqual(before)
    expect(Date.now() - start).toBeLessThan(5000)
    expect(process.memoryUsage().rss - began).toBeLessThan(300 * 1024 * 1024)
  })

  test('when the upload is no form, or has no file in it, then the person is told', async () => {
    const headers = { authorization: `Bearer ${town.freshToken(wang.token as string)}` }
    const form = (body: string) => ({ headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' }, payload: body })
    const post = (rest: object) => town.app.inject({ method: 'POST', url: '/api/v1/photos', headers, ...rest })
    const answers = await Promise.all([
      post({}),
      post({ payload: { file: 'abc' } }),
      post(form('--x--\r\n')),
      post(form('--x\r\ncontent-disposition: form-data; name="other"; filename="a.jpg"\r\n\r\nabc\r\n--x--\r\n')),
      post(form('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc')),
      post(form('nonsense')),
      post({ headers: { ...headers, 'content-type': 'multipart/form-data' }, payload: 'abc' }),
    ])
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [415, 'upload-not-multipart'],
      [415, 'upload-not-multipart'],
      [400, 'upload-missing'],
      [400, 'upload-missing'],
      [400, 'upload-broken'],
      [400, 'upload-broken'],
      [400, 'upload-broken'],
    ])
  })

  test('when nobody is signed in, then nothing is taken', async () => {
    expect((await town.guest.upload(await phonePicture())).problem.code).toBe('session-missing')
  })
})

describe('the URL of a picture', () => {
  let photo: Photo
  beforeAll(async () => {
    photo = await upload(await phonePicture())
  })

  test('when the signature is of another picture, size or time, then there is no picture', async () => {
    const other = await upload(await phonePicture())
    const { searchParams } = new URL(photo.url, 'http://town')
    const later = String(Number(searchParams.get('expires')) + 60)
    const forged = [
      photo.url.replace(photo.id, other.id),
      photo.url.replace('/full?', '/thumb?'),
      photo.url.replace(/expires=\d+/, `expires=${later}`),
      photo.url.replace(/signature=.*/, 'signature='),
      photo.url.replace(/signature=.*/, `signature=${'A'.repeat(43)}`),
    ]
    const answers = await Promise.all(forged.map(download))
    expect(answers.map((answer) => [answer.status, answer.code()])).toEqual(forged.map(() => [404, 'photo-not-found']))
  })

  test('when half an hour has passed, then the URL has ended and a new one works', async () => {
    const start = town.now
    town.at(30 * 60_000)
    const old = await download(photo.url)
    expect([old.status, old.code()]).toEqual([404, 'photo-not-found'])
    town.at(start.toISOString())
  })

  test('when somebody tries paths out of the store, then there is nothing', async () => {
    for (const url of ['/api/v1/photos/..%2f..%2fdemo-secret/full', '/api/v1/photos/x/full', `/api/v1/photos/${photo.id}/original`]) {
      expect((await download(`${url}?expires=9999999999&signature=abc`)).status).toBe(400)
    }
  })
})

describe('throwing away', () => {
  test('when it is one’s own and nothing has taken it, then row and files are gone', async () => {
    const photo = await upload(await phonePicture())
    expect((await wang.call('DELETE /photos/:id', { params: { id: photo.id } })).status).toBe(204)
    expect(await rowOf(photo.id)).toBeUndefined()
    expect((await files()).filter((file) => file.includes(photo.id))).toEqual([])
    expect((await download(photo.url)).code()).toBe('photo-not-found')
    expect((await wang.call('DELETE /photos/:id', { params: { id: photo.id } })).status).toBe(404)
  })

  test('when it is somebody else’s, then it does not exist for the other', async () => {
    const photo = await upload(await phonePicture())
    const { status, problem } = await (await town.as('neighbour')).call('DELETE /photos/:id', { params: { id: photo.id } })
    expect([status, problem.code]).toEqual([404, 'photo-not-found'])
    expect((await download(photo.url)).status).toBe(200)
  })

  test('when something has taken it, then it stays', async () => {
    const photo = await upload(await phonePicture())
    await takePhotos(town.db, wang.personId, [photo.id], 'report 1', town.now)
    const { status, problem } = await wang.call('DELETE /photos/:id', { params: { id: photo.id } })
    expect([status, problem.code]).toEqual([409, 'photo-taken'])
    expect((await download(photo.url)).status).toBe(200)
  })
})

describe('the same upload twice', () => {
  test('when a retry has the same key and picture, then it is the same photo and no file is left over', async () => {
    const bytes = await phonePicture()
    const first = await wang.upload(bytes, 'a.jpg', 'upload-key-0001')
    const before = await files()
    const again = await wang.upload(bytes, 'b.jpg', 'upload-key-0001')
    expect([again.status, again.body.id, again.headers['idempotency-replayed']]).toEqual([201, first.body.id, 'true'])
    expect(await files()).toEqual(before)
    expect((await download(again.body.url)).status).toBe(200)
  })

  test('when a retry comes an hour later, then the URLs in the answer still work', async () => {
    const bytes = await phonePicture()
    await wang.upload(bytes, 'a.jpg', 'upload-key-0002')
    town.at(60 * 60_000)
    expect((await download((await wang.upload(bytes, 'a.jpg', 'upload-key-0002')).body.url)).status).toBe(200)
  })

  test('when two with one key run at once, then there is one photo', async () => {
    const bytes = await phonePicture()
    const before = (await files()).length
    const both = await Promise.all([1, 2].map(() => wang.upload(bytes, 'a.jpg', 'upload-key-0003')))
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1)
    expect(await files()).toHaveLength(before + 2)
  })

  test('when the same key comes with another picture, then it is refused and leaves nothing', async () => {
    await wang.upload(await phonePicture(), 'a.jpg', 'upload-key-0004')
    const before = await files()
    const { status, problem } = await wang.upload(await phonePicture(90, 30), 'a.jpg', 'upload-key-0004')
    expect([status, problem.code]).toEqual([422, 'idempotency-key-reused'])
    expect(await files()).toEqual(before)
  })
})

describe('many', () => {
  test('when ten phones stop in the middle of their uploads, then another one’s is taken all the same', async () => {
    const port = Number(new URL(await town.app.listen({ host: '127.0.0.1', port: 0 })).port)
    const head = ['POST /api/v1/photos HTTP/1.1', 'host: town', `authorization: Bearer ${wang.token}`, 'content-length: 20000000']
    const form = [
      'content-type: multipart/form-data; boundary=x',
      '',
      '--x',
      'content-disposition: form-data; name="file"; filename="a"',
      '',
      '',
    ]
    const stalled = Array.from({ length: 10 }, () => connect(port, '127.0.0.1'))
    await Promise.all(stalled.map((phone) => new Promise<void>((sent) => phone.write([...head, ...form].join('\r\n'), () => sent()))))
    const started = Date.now()
    await upload(await phonePicture())
    expect(Date.now() - started).toBeLessThan(5000)
    for (const phone of stalled) phone.destroy()
  })

  test('when ten come at once, then all ten are kept and no more than two are worked on at a time', async () => {
    const bytes = await phonePicture(1200, 900)
    const atOnce = new Set<number>()
    const watch = setInterval(() => atOnce.add(sharp.counters().process), 1)
    const answers = await Promise.all(Array.from({ length: 10 }, () => wang.upload(bytes)))
    clearInterval(watch)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(10)
    expect(Math.max(...atOnce)).toBe(2)
  })

  test('when somebody has 200 that nothing has taken, then no more are kept', async () => {
    const neighbour = await town.as('neighbour')
    const { body } = await neighbour.upload(await phonePicture())
    const row = await rowOf(body.id)
    const copies = Array.from({ length: 199 }, (_, i) => ({ ...row, id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}` }))
    await town.db
      .insertInto('photos')
      .values(copies as never)
      .execute()
    const before = await files()
    const { status, problem } = await neighbour.upload(await phonePicture())
    expect([status, problem.code]).toEqual([429, 'photo-too-many'])
    expect(await files()).toEqual(before)
  })
})

describe('the sweep', () => {
  test('when nothing takes an upload within a day, then its row and files go, and no earlier', async () => {
    const photo = await upload(await phonePicture())
    const taken = await upload(await phonePicture())
    await takePhotos(town.db, wang.personId, [taken.id], 'report 1', town.now)
    town.at(24 * 60 * 60_000 - 1000)
    await town.tick('photo-sweep')
    expect(await rowOf(photo.id)).toBeDefined()
    town.at(2000)
    await town.tick('photo-sweep')
    expect(await rowOf(photo.id)).toBeUndefined()
    expect(await rowOf(taken.id)).toBeDefined()
    expect((await files()).filter((file) => file.includes(photo.id))).toEqual([])
    expect((await files()).filter((file) => file.includes(taken.id))).toHaveLength(2)
  })

  test('when something takes an upload while the sweep runs, then it has the picture whole or not at all', async () => {
    const photos = await Promise.all(Array.from({ length: 8 }, async () => upload(await phonePicture())))
    town.at(25 * 60 * 60_000)
    const takes = photos.map(({ id }) =>
      takePhotos(town.db, wang.personId, [id], 'report 2', town.now).then(
        () => id,
        () => undefined,
      ),
    )
    const [had] = await Promise.all([Promise.all(takes), town.tick('photo-sweep')])
    for (const [at, { id }] of photos.entries()) {
      const left = (await files()).filter((file) => file.includes(id))
      expect(left).toHaveLength(had[at] ? 2 : 0)
      expect((await rowOf(id)) !== undefined).toBe(had[at] !== undefined)
    }
  })

  test('when the server died in the middle of an upload, then nobody can take the rest and the sweep deletes it', async () => {
    const { id } = await upload(await phonePicture())
    await town.db.updateTable('photos').set({ taken_by: 'sweep', taken_at: town.now.toISOString() }).where('id', '=', id).execute()
    await expect(takePhotos(town.db, wang.personId, [id], 'report 3', town.now)).rejects.toMatchObject({ code: 'photo-not-usable' })
    town.at(61 * 60_000)
    await town.tick('photo-sweep')
    expect(await rowOf(id)).toBeUndefined()
    expect((await files()).filter((file) => file.includes(id))).toEqual([])
  })
})

test('when the store cannot write, then the answer is 503, nothing is left, and it works again by itself', async () => {
  const folder = path.join(town.settings.DATA_DIR, 'photos')
  await rm(folder, { recursive: true })
  await writeFile(folder, 'no folder')
  const { status, problem, headers } = await wang.upload(await phonePicture())
  expect([status, problem.code, headers['retry-after']]).toEqual([503, 'service-unavailable', '5'])
  expect(await town.db.selectFrom('photos').select('id').where('taken_by', '=', 'sweep').execute()).toHaveLength(1)
  await rm(folder)
  await mkdir(folder)
  await upload(await phonePicture())
  town.at(61 * 60_000)
  await town.tick('photo-sweep')
  expect(await town.db.selectFrom('photos').select('id').where('taken_by', '=', 'sweep').execute()).toHaveLength(0)
})
