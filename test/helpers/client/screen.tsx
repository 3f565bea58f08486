import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { session } from '@/session/session'
import type { Persona } from '../../../contract/account'
import { phone } from './phone'

/** Somebody of the demo town holds the phone. */
export const signInAs = (persona: Persona): Promise<void> => session.signInDemo(persona)

/** Somebody the town has never seen holds the phone; WeChat vouches for them. */
export async function signInAsNewcomer(): Promise<void> {
  await signOut()
  await session.signInWithWeChat()
}

/** Nobody has signed in. */
export const signOut = (): Promise<void> => session.signOut()

/** Opens a page as its URL would: with its parameters. */
export function show(page: ReactElement, params: Record<string, string> = {}) {
  phone.params = params
  return render(page)
}

/** The URL the app went to since this was last asked; waits for one. */
export async function nextScreen(): Promise<string> {
  await waitFor(() => expect(phone.steps).not.toHaveLength(0))
  return phone.steps.splice(0).pop()?.url ?? ''
}

type Words = string | RegExp

/** What the person would tap: by its name, or by words in it. Waits until it is there. */
export async function target(words: Words): Promise<HTMLElement> {
  return waitFor(() => {
    const named = ['button', 'link', 'switch', 'tab', 'checkbox', 'radio'].flatMap((role) => screen.queryAllByRole(role, { name: words }))
    return named[0] ?? screen.getAllByText(words)[0]
  })
}

export const press = async (words: Words): Promise<void> => void fireEvent.click(await target(words))

/** Types into the field with this name (aria-label) or placeholder. */
export async function fill(name: Words, text: string): Promise<void> {
  const found = await waitFor(() => screen.queryByLabelText(name) ?? screen.getByPlaceholderText(name))
  fireEvent.focus(found)
  fireEvent.change(found, { target: { value: text } })
  fireEvent.blur(found)
}

export const see = (words: Words): Promise<HTMLElement> => screen.findByText(words)
