import { readdirSync } from 'node:fs'
import path from 'node:path'

export interface DistFile {
  /** Path in the mini-program, with slashes. */
  readonly name: string
  /** The name without its ending: how the mini-program calls it. */
  readonly id: string
  readonly ending: string
  readonly full: string
}

/** Every file of the mini-program but what is there for people only. */
export function distFiles(dist: string): DistFile[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(map|LICENSE\.txt)$/.test(entry.name))
    .map((entry) => {
      const full = path.join(entry.parentPath, entry.name)
      const name = path.relative(dist, full).split(path.sep).join('/')
      const ending = path.extname(name)
      return { name, id: name.slice(0, name.length - ending.length), ending, full }
    })
}
