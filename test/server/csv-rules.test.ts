import { csvText } from '../../server/shared/csv-text'

test.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1+2', "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['＝1+1', "'＝1+1"],
  ['a,b', '"a,b"'],
  ['他说"好"', '"他说""好"""'],
  ['两\r\n行', '"两\r\n行"'],
  ['-1.20', '-1.20'],
  ['94.6', '94.6'],
  ['爱博四村', '爱博四村'],
])('when a cell is %j, then the file has it as %j: nothing runs, and every number stays one', (value, written) => {
  expect(csvText([[value]])).toBe(`\ufeff${written}\r\n`)
})

test('when a cell is empty or a number, then it is written as such', () => {
  expect(csvText([[null, 5, -2]])).toBe('\ufeff,5,-2\r\n')
})
