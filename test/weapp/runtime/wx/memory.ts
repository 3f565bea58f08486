/** What the phone itself keeps about the mini-program through a kill: consents and permissions. */
export function remembered<T>(name: string, fallback: T): T {
  const text = localStorage.getItem(`phone:${name}`)
  return text === null ? fallback : (JSON.parse(text) as T)
}

export const remember = (name: string, value: unknown): void => localStorage.setItem(`phone:${name}`, JSON.stringify(value))
