import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { readMenuFile } from '../../server/services/canteen/menu-file'
import { gb18030, header, refusalOf, row, tooLarge, unreadable } from '../helpers/menu-files'

const csv = (...lines: string[]) => Buffer.from([header, ...lines, ''].join('\n'))
const workbook = (data: SheetData) => writeWorkbook(data).toBuffer()

describe('a CSV file', () => {
  test('when it is as the canteens keep it, then it is read, and columns nobody knows are passed over', async () => {
    const file =
      'canteen_code,date,weekday,meal,dish_code,quota,data_status\nCAN-001,2026-11-23,1,breakfast,D032,60,demo\nCAN-001,2026-11-23,1,lunch,D001,80,demo\n'
    expect(await readMenuFile(Buffer.from(file))).toEqual([
      row(2, { sitting: 'breakfast', dishId: 'D032' }),
      row(3, { quota: '80', priceFen: null }),
    ])
  })

  test('when Excel in China saved it, in GB18030 with Chinese headers in another order, then it is read', async () => {
    const file = gb18030('餐次,份数,价格（分）,菜品编号,日期\r\n午餐,60,1200,D001,2026/11/23\r\n晚餐,30,,D002,2026/11/23\r\n')
    expect(await readMenuFile(file)).toEqual([
      row(2, { date: '2026/11/23', sitting: '午餐', priceFen: '1200' }),
      row(3, { date: '2026/11/23', sitting: '晚餐', dishId: 'D002', quota: '30' }),
    ])
  })

  test('when it has a BOM, CRLF, quotes, spaces, full-width digits and capital headers, then it is read', async () => {
    const file = '\ufeff"Date",MEAL,"dish",Quota\r\n"2026-11-23", lunch ,"D001",６０\r\n'
    expect(await readMenuFile(Buffer.from(file))).toEqual([row(2)])
  })

  test('when there are semicolons or tabs between the cells, as some programs write them, then it is read', async () => {
    for (const sign of [';', '\t']) {
      const file = [header, '2026-11-23,lunch,D001,60,', ''].join('\n').replaceAll(',', sign)
      expect(await readMenuFile(Buffer.from(file))).toEqual([row(2)])
    }
  })

  test('when it has blank lines and cells over two lines, then rows have the numbers that a program for tables shows', async () => {
    const file = Buffer.from(
      `\n${header},note\n\n2026-11-23,lunch,D001,60,,"two\nlines"\n,,,,,only a note\n , ,\n2026-11-23,lunch,D001,60\n\n\n`,
    )
    expect((await readMenuFile(file)).map(({ line }) => line)).toEqual([4, 7])
  })

  test('when a column has two names, then the code counts', async () => {
    const file = 'date,餐次,meal,dish,dish_code,quota\n2026-11-23,午,lunch,红烧肉,D001,60\n'
    expect(await readMenuFile(Buffer.from(file))).toEqual([row(2)])
  })

  test.each([
    ['date,meal,quota\n2026-11-23,lunch,60\n', '还缺：菜品编号（dish_code）。'],
    ['2026-11-23,lunch,D001,60\n', '还缺：日期（date）、餐次（meal）、菜品编号（dish_code）、份数（quota）。'],
    ['date,meal,dish_code,quota,quota\n2026-11-23,lunch,D001,60,80\n', '有两列都叫“quota”，请只留一列。'],
  ])('when the header is that of %j, then it says what is missing', async (file, detail) => {
    expect(await refusalOf(Buffer.from(file))).toMatch(new RegExp(`^422 canteen-file-columns .*${detail}$`))
  })

  test.each([
    ['', '文件是空的'],
    ['\ufeff\r\n\r\n', '文件是空的'],
    [`${header}\n\n,,,\n`, '一行也没有'],
    [`${header}\n2026-11-23,"lunch,D001,60\n`, '引号不成对'],
    [`${header}\n2026-11-23,lu\u0000nch,D001,60\n`, '打不开'],
  ])('when the text is %j, then it says why not', async (file, detail) => {
    expect(await refusalOf(Buffer.from(file))).toMatch(new RegExp(`^422 canteen-file-unreadable .*${detail}`))
  })

  test('when it has 2,000 rows, then they are read, and one more is too many', async () => {
    const rows = Array.from({ length: 2000 }, () => '2026-11-23,lunch,D001,60')
    expect(await readMenuFile(csv(...rows))).toHaveLength(2000)
    expect(await refusalOf(csv(...rows, rows[0] as string))).toMatch(/^413 canteen-file-too-large 一次最多导入 2000 行，这个文件有 2001 行/)
  })

  test('when it has more than 2 MB or ends far below, then it is too large', async () => {
    expect(await refusalOf(Buffer.alloc(2 * 1024 * 1024 + 1, 'a'))).toMatch(tooLarge)
    expect(await refusalOf(csv('\n'.repeat(10_000)))).toMatch(tooLarge)
  })
})

describe('a workbook', () => {
  test('when it has days, numbers and text in its cells, then they are read as one reads them', async () => {
    const day = { value: new Date('2026-11-23T00:00:00Z'), type: Date, format: 'yyyy"年"m"月"d"日"' }
    const file = await workbook([
      ['份数', '日期', '备注', '餐次', '菜品编号', '价格（分）'],
      [60, day, 'x', '午餐', 'D001', 1200],
      [null, null, null, null, null, null],
      ['80', '2026-11-24', null, '晚餐', 12, ''],
    ])
    expect(await readMenuFile(file)).toEqual([
      row(2, { sitting: '午餐', priceFen: '1200' }),
      row(4, { date: '2026-11-24', sitting: '晚餐', dishId: '12', quota: '80' }),
    ])
  })

  test('when it holds the same as a CSV file, then the rows are the same', async () => {
    const lines = ['2026-11-23,lunch,D001,60,', '2026-11-23,晚餐,D-2,0,100000', ',,,,', 'x,y,=1+1,-1,1.5']
    const cells = [header, ...lines].map((line) => line.split(','))
    expect(await readMenuFile(await workbook(cells))).toEqual(await readMenuFile(csv(...lines)))
  })

  test('when there are more sheets, then the first one counts', async () => {
    const sheet = (...cells: string[]) => ({ data: [header.split(','), cells] })
    const file = await writeWorkbook([sheet('2026-11-23', 'lunch', 'D001', '60'), sheet('no', 'no', 'no', 'no')]).toBuffer()
    expect(await readMenuFile(file)).toEqual([row(2)])
  })

  test('when it has too many rows, then it says how many', async () => {
    const rows = Array.from({ length: 2001 }, () => ['2026-11-23', 'lunch', 'D001', 60])
    expect(await refusalOf(await workbook([['date', 'meal', 'dish', 'quota'], ...rows]))).toMatch(/2001 行/)
  })

  test('when it is cut off anywhere, then it is refused', async () => {
    const file = await workbook([header.split(','), ['2026-11-23', 'lunch', 'D001', '60']])
    for (let end = 4; end < file.length; end += 37) expect(await refusalOf(file.subarray(0, end))).toMatch(unreadable)
  })

  test('when it is an old one or locked with a password, then it says how to save it', async () => {
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'))).toMatch(/\.xls .*另存为/)
  })
})
