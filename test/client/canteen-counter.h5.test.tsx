import { fireEvent, screen, waitFor } from '@testing-library/react'
import Counter from '@/pages/canteen/counter'
import { Diner, goToMorningTown, townTimeout } from '../helpers/client/canteen-town'
import { press, see, show, signInAs } from '../helpers/client/screen'

let leave: () => Promise<void>
let wang: Diner

beforeAll(async () => {
  leave = await goToMorningTown()
  wang = await Diner.is('resident')
}, townTimeout)
afterAll(() => leave())

/** A scanner, or fingers on a keyboard. */
const strike = (text: string, at: Element = document.body) => {
  for (const key of [...text, 'Enter']) fireEvent.keyDown(at, { key })
}

async function openCounter() {
  await signInAs('canteen_staff')
  show(<Counter />)
  await see('今天午餐')
}

test('when a scanner types a code and Enter, then the meal goes out, whatever was tapped last', async () => {
  const order = await wang.books()
  await openCounter()
  const { qr } = await wang.code(order)
  await press('7')
  strike(qr, screen.getByRole('button', { name: '7' }))
  await see(/^已交餐/)
  expect(document.querySelector('.counter-outcome')).toHaveTextContent(order.number)
})

test('when four digits are typed on a keyboard, then they stand in the field and Enter hands over', async () => {
  const order = await wang.books()
  await openCounter()
  const field = screen.getByPlaceholderText('四位取餐号')
  for (const key of `${order.number}9`) fireEvent.keyDown(field, { key })
  await waitFor(() => expect(field).toHaveValue(order.number))
  fireEvent.keyDown(field, { key: 'Backspace' })
  await waitFor(() => expect(field).toHaveValue(order.number.slice(0, 3)))
  strike(order.number.slice(3), field)
  await see(/^已交餐/)
})

test('when the app runs in a browser, then nobody is offered a camera that is not there', async () => {
  await openCounter()
  expect(screen.queryByRole('button', { name: '扫码' })).toBeNull()
})
