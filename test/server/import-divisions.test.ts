import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { BadFile, importDivisions } from '../../server/commands/divisions-import'
import type { Database } from '../../server/database/connect'
import { migrate } from '../../server/database/migrate'
import { newDatabase } from '../helpers/database'

let database: Database
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'divisions-'))
  database = await newDatabase()
  await migrate(database.db)
})
afterEach(async () => {
  for (const table of ['areas', 'towns', 'districts'] as const) await database.db.deleteFrom(table).execute()
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const header = 'code,name,level,parent_code'
const minhang = '310112,闵行区,district,'
const qibao = '310112106,七宝镇,street,310112'
const village = '310112106001,七宝镇第一居委会,village,310112106'
const lines = (...rows: string[]) => [header, ...rows, ''].join('\n')

async function bring(content: string | Buffer) {
  const file = path.join(folder, 'divisions.csv')
  await writeFile(file, content)
  return importDivisions(database.db, file)
}

/** The bad lines of a file, of which nothing may have been imported. */
async function badLines(content: string | Buffer) {
  const error = await bring(content).catch((error) => error)
  expect(error).toBeInstanceOf(BadFile)
  expect(await names('districts')).toEqual([])
  return (error as BadFile).bad.map(({ line, reason }) => `${line}: ${reason}`)
}

const names = async (table: 'districts' | 'towns' | 'areas') =>
  (await database.db.selectFrom(table).select('name').orderBy('code').execute()).map((row) => row.name)
const counts = (inserted: number, updated: number, unchanged: number) => ({ inserted, updated, unchanged })

test('when a file is imported, then districts, towns and areas are there, and the towns are closed', async () => {
  const imported = await bring(lines(minhang, qibao, village, '310112106201,九星村村委会,village,310112106'))
  expect(imported).toEqual({ districts: counts(1, 0, 0), towns: counts(1, 0, 0), areas: counts(2, 0, 0) })
  expect(await database.db.selectFrom('towns').selectAll().execute()).toEqual([
    { code: '310112106', district_code: '310112', name: '七宝镇', prefix: null, lng: null, lat: null, radius_m: null },
  ])
  expect(await database.db.selectFrom('areas').select(['short_name', 'kind', 'pinyin', 'initials']).orderBy('code').execute()).toEqual([
    { short_name: '七宝镇第一', kind: 'residents', pinyin: 'qibaozhendiyi', initials: 'qbzdy' },
    { short_name: '九星村', kind: 'villagers', pinyin: 'jiuxingcun', initials: 'jxc' },
  ])
})

test('when the same file comes again, then nothing changes; when a name changed, then only that', async () => {
  await bring(lines(minhang, qibao, village))
  expect(await bring(lines(minhang, qibao, village))).toEqual({
    districts: counts(0, 0, 1),
    towns: counts(0, 0, 1),
    areas: counts(0, 0, 1),
  })
  const renamed = await bring(lines(minhang, qibao, village.replace('第一', '第九')))
  expect(renamed).toEqual({ districts: counts(0, 0, 1), towns: counts(0, 0, 1), areas: counts(0, 1, 0) })
  expect(await names('areas')).toEqual(['七宝镇第九居委会'])
})

test('when a town is open and its areas have grids and places, then an import leaves them', async () => {
  await bring(lines(minhang, qibao, village))
  await database.db.updateTable('towns').set({ prefix: 'QB', lng: 121.35, lat: 31.15, radius_m: 3000 }).execute()
  await database.db.updateTable('areas').set({ lng: 121.35, lat: 31.15 }).execute()
  await bring(lines(minhang, qibao.replace('七宝镇', '七宝街道'), village))
  expect(await database.db.selectFrom('towns').select(['name', 'prefix', 'radius_m']).execute()).toEqual([
    { name: '七宝街道', prefix: 'QB', radius_m: 3000 },
  ])
  expect(await database.db.selectFrom('areas').select(['lng', 'lat']).execute()).toEqual([{ lng: 121.35, lat: 31.15 }])
})

test('when a file has only areas, then their towns may be there from before', async () => {
  await bring(lines(minhang, qibao))
  expect((await bring(lines(village))).areas).toEqual(counts(1, 0, 0))
})

test('when children stand before their parents, or rows of provinces and cities come along, then that is fine', async () => {
  const imported = await bring(lines(village, qibao, '310112,闵行区,district,3101', '31,上海市,province,', '3101,市辖区,city,31'))
  expect(imported.areas).toEqual(counts(1, 0, 0))
})

test.each([
  ['a byte order mark', `\uFEFF${lines(minhang, qibao, village)}`],
  ['line ends of Windows', lines(minhang, qibao, village).replaceAll('\n', '\r\n')],
  ['a mark and line ends of Windows', `\uFEFF${lines(minhang, qibao, village)}`.replaceAll('\n', '\r\n')],
  ['no line end at the end', lines(minhang, qibao, village).trimEnd()],
  ['empty lines', lines(minhang, '', qibao, '', village, '')],
  ['quoted fields', lines(minhang, '"310112106","七宝镇","street","310112"', village)],
  ['spaces round the fields', lines(' 310112 , 闵行区 ,district, ', qibao, village)],
])('when the file has %s, then it is read all the same', async (_, content) => {
  await bring(content)
  expect([await names('districts'), await names('towns'), await names('areas')]).toEqual([['闵行区'], ['七宝镇'], ['七宝镇第一居委会']])
})

test('when lines are wrong, then each is named with its number and reason, and none is imported', async () => {
  const found = await badLines(
    lines(
      minhang,
      '31011,短码区,district,',
      '3101120001,长码镇,street,310112',
      '31011A001,字母镇,street,310112',
      '310112106,,street,310112',
      '310112107,虹桥镇,town,310112',
      '310112108,多一列镇,street,310112,x',
      '310112109,少一列镇,street',
      '310113001,别区镇,street,310112',
      qibao,
      qibao,
      '310199001,无区镇,street,310199',
      '310112106001,甲居委会,village,310112999',
      '310112888001,乙居委会,village,310112888',
      '310112110,　,street,310112',
      '',
      '310112111,a"b,street,310112',
    ),
  )
  expect(found).toEqual([
    '3: the code "31011" is not 6 digits, as a district has',
    '4: the code "3101120001" is not 9 digits, as a street has',
    '5: the code "31011A001" is not 9 digits, as a street has',
    '6: the name is empty',
    '7: the level "town" is none of province, city, district, street, village',
    '8: it has 5 columns, not 4',
    '9: it has 3 columns, not 4',
    '10: the parent of 310113001 must be 310113',
    '12: the code 310112106 is on line 11 already',
    '13: the parent 310199 is neither in the file nor in the database',
    '14: the parent of 310112106001 must be 310112106',
    '15: the parent 310112888 is neither in the file nor in the database',
    '16: the name is empty',
    '18: the quotes do not match',
  ])
})

test('when a line is not UTF-8, then it is named', async () => {
  const gbk = Buffer.from([0xc6, 0xdf, 0xb1, 0xa6, 0xd5, 0xf2])
  const content = Buffer.concat([Buffer.from(`${header}\n${minhang}\n310112106,`), gbk, Buffer.from(`,street,310112\n${village}\n`)])
  expect(await badLines(content)).toEqual([
    '3: it is not UTF-8: save the file as UTF-8',
    '4: the parent 310112106 is neither in the file nor in the database',
  ])
})

test.each([
  ['', ['1: the file is empty']],
  ['\n\n', ['1: the file is empty']],
  ['code,name\n310112,闵行区\n', ['1: the header must be code,name,level,parent_code']],
  [`${minhang}\n`, ['1: the header must be code,name,level,parent_code']],
  [lines(minhang, '310112106,"七宝镇,street,310112'), ['3: the quotes do not match']],
  [lines(minhang, '310112106,七\u0000宝,street,310112'), ['3: the name is too long or has control characters']],
])('when the file is %j, then it says what is wrong', async (content, expected) => {
  expect(await badLines(content)).toEqual(expected)
})

test('when the file is not there, then it fails and does not hang', async () => {
  await expect(importDivisions(database.db, path.join(folder, 'nowhere.csv'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('when a file has any text at all, then it is imported or every fault has a line', async () => {
  const field = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('310112', '310112106', '310112106001', 'district', 'street', 'village', ''),
  )
  const row = fc.oneof(
    fc.array(field, { minLength: 3, maxLength: 5 }).map((fields) => fields.join()),
    fc.constantFrom(minhang, qibao, village),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const outcome = await bring(lines(...rows)).catch((error) => error)
      if (outcome instanceof BadFile) for (const { line } of outcome.bad) expect(line).toBeGreaterThan(0)
      else expect(outcome).toMatchObject({ areas: { inserted: expect.any(Number) } })
    }),
    { numRuns: 60 },
  )
})
