import { canPrint, canScan, chooseTable, openWorkbook, printPage, scanCode } from '@/lib/platform'

/** The file field that the browser would open, as soon as it is asked for. */
function nextField(): Promise<HTMLInputElement> {
  return new Promise((resolve) => {
    jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementationOnce(function (this: HTMLInputElement) {
      resolve(this)
    })
  })
}
afterEach(() => jest.restoreAllMocks())

test('when a table is chosen in a browser, then its file can be sent; when the person steps back, then there is none', async () => {
  Object.assign(URL, { createObjectURL: (file: File) => `blob:${file.name}` })
  const field = nextField()
  const chosen = chooseTable()
  const input = await field
  expect(input).toMatchObject({ type: 'file', accept: '.csv,.xlsx' })
  Object.defineProperty(input, 'files', { value: [new File(['date'], 'menu.csv')] })
  input.dispatchEvent(new Event('change'))
  expect(await chosen).toBe('blob:menu.csv')
  const other = nextField()
  const none = chooseTable()
  ;(await other).dispatchEvent(new Event('cancel'))
  expect(await none).toBeUndefined()
})

test('when a workbook has come in a browser, then it is saved under its name', async () => {
  const clicked: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(`${this.href} ${this.download}`)
  })
  await openWorkbook('blob:list', 'kitchen.xlsx')
  expect(clicked).toEqual(['blob:list kitchen.xlsx'])
})

test('when the app runs in a browser, then it prints and does not scan', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation(() => {})
  expect([canPrint, canScan, await scanCode()]).toEqual([true, false, undefined])
  printPage()
  expect(print).toHaveBeenCalledTimes(1)
})
