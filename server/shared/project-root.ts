import { fileURLToPath } from 'node:url'

/** The folder with package.json: two levels up both from here and from the compiled dist/server. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
