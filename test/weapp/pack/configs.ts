import { existsSync } from 'node:fs'
import path from 'node:path'
import type { AppConfig, PartConfig } from '../packed'

export const allPages = ({ pages, subPackages = [] }: AppConfig): string[] => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => path.posix.join(root, page))),
]

/** What app.json names and is not there. */
export function missingOfApp(app: AppConfig, dist: string): string[] {
  const isThere = (name: string) => existsSync(path.join(dist, name))
  const files = allPages(app).flatMap((page) => ['.js', '.json', '.wxml'].map((ending) => page + ending))
  const tabs = app.tabBar?.list ?? []
  const icons = tabs.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]).filter((icon) => icon !== undefined)
  return [
    ...[...files, ...icons].filter((name) => !isThere(name)).map((name) => `app.json needs ${name}, which is missing`),
    ...tabs.filter(({ pagePath }) => !app.pages.includes(pagePath)).map(({ pagePath }) => `tab ${pagePath} is no page of the main package`),
  ]
}

/** Components that a json names and that have no js file. */
export function missingComponents(configs: Readonly<Record<string, PartConfig>>, scripts: ReadonlySet<string>): string[] {
  return Object.entries(configs).flatMap(([id, { usingComponents = {} }]) =>
    Object.entries(usingComponents)
      .map(([name, url]) => ({ name, target: url.startsWith('/') ? url.slice(1) : path.posix.join(path.posix.dirname(id), url) }))
      .filter(({ target }) => !scripts.has(target) && !scripts.has(`${target}/index`))
      .map(({ name, target }) => `${id}.json: component ${name} has no ${target}.js`),
  )
}
