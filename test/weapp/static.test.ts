import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { includes, privateFunctions, since } from './gates/base-library'
import { canCompile, compileMarkup, compileStyles } from './gates/compilers'
import { appSchema, pageSchema, projectSchema } from './gates/schemas'
import { usedFunctions } from './gates/used-functions'
import { allPages } from './pack/configs'
import { distFiles } from './pack/files'
import { pack } from './pack/pack'

const dist = 'dist/weapp'
const read = (file: string) => readFileSync(file, 'utf8')
const json = (file: string) => JSON.parse(read(file))
const app = json(`${dist}/app.json`)
const files = distFiles(dist)
const faults = (schema: TSchema, value: unknown) =>
  [...Value.Errors(schema, value)].map(({ instancePath, message }) => `${instancePath} ${message}`)

describe('what is built for WeChat', () => {
  test('when app.json, the pages’ json and project.config.json are read, then each field is one that WeChat knows', () => {
    expect(faults(appSchema, app)).toEqual([])
    for (const page of allPages(app)) expect([page, ...faults(pageSchema, json(`${dist}/${page}.json`))]).toEqual([page])
    expect(faults(projectSchema, json('project.config.json'))).toEqual([])
    expect(existsSync(json('project.config.json').miniprogramRoot)).toBe(true)
  })

  test('when home is shown, then every service is loaded ahead that is not for staff alone', () => {
    const roots = app.subPackages.map(({ root }: { root: string }) => root)
    const forAll = roots.filter((root: string) => root !== 'pages/board-desk')
    expect(app.preloadRule['pages/home/index'].packages.sort()).toEqual(forAll.sort())
  })

  test('when the app calls a function of WeChat’s, then the declared base library has it', () => {
    const { libVersion } = json('project.config.json')
    const used = usedFunctions()
    expect(used.filter((name) => !since[name])).toEqual([])
    expect(used.filter((name) => !includes(libVersion, since[name] ?? ''))).toEqual([])
  })

  test('when the app asks for a position, then app.json names exactly what it calls', () => {
    const used = usedFunctions().filter((name) => privateFunctions.includes(name))
    expect([...app.requiredPrivateInfos].sort()).toEqual(used)
  })

  test('when a page names a component, then its markup uses it', () => {
    const markup = files.filter(({ ending }) => ending === '.wxml').map(({ full }) => read(full))
    const named = files.filter(({ ending }) => ending === '.json').flatMap(({ full }) => Object.keys(json(full).usingComponents ?? {}))
    for (const name of new Set(named)) expect(markup.some((text) => text.includes(`<${name} `))).toBe(true)
  })

  test('when packages are weighed, then each is below 2 MB and pictures are below 200 KB', () => {
    const roots: string[] = app.subPackages.map(({ root }: { root: string }) => root)
    const weight = (chosen: typeof files) => chosen.reduce((sum, { full }) => sum + statSync(full).size, 0)
    const inRoot = (root: string) => files.filter(({ name }) => name.startsWith(`${root}/`))
    const main = files.filter(({ name }) => !roots.some((root) => name.startsWith(`${root}/`)))
    for (const one of [main, ...roots.map(inRoot)]) expect(weight(one)).toBeLessThan(2 * 1024 * 1024)
    expect(weight(files.filter(({ ending }) => /png|jpe?g|gif|svg|mp3/.test(ending)))).toBeLessThan(200 * 1024)
  })

  test('when styles are read, then none is for :active, which WeChat asks to leave to hover-class', () => {
    const active = files.filter(({ ending, full }) => ending === '.wxss' && read(full).includes(':active')).map(({ name }) => name)
    expect(active).toEqual([])
  })

  const withCompilers = canCompile ? test : test.skip
  withCompilers('when WeChat’s own compilers read it, then they have nothing to say', () => {
    expect(compileMarkup(dist)).toBe('')
    expect(compileStyles(dist)).toBe('')
  })

  withCompilers('when markup or styles are broken, then WeChat’s own compilers say so', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'jiamenkou-broken-'))
    writeFileSync(path.join(folder, 'page.wxml'), '<view wx:if="{{a"></view>')
    writeFileSync(path.join(folder, 'page.wxss'), '.a { color: red; } }')
    expect(compileMarkup(folder)).toMatch(/page\.wxml/)
    expect(compileStyles(folder)).toMatch(/page\.wxss/)
    rmSync(folder, { recursive: true })
  })
})

describe('the packer', () => {
  const fixture = path.join('test/weapp/fixture')
  const breaks: Record<string, [file: string, change: (text: string) => string, complaint: RegExp]> = {
    'a page is missing': ['app.json', (text) => text.replace('pages/second', 'pages/third'), /pages\/third\/index\.js, which is missing/],
    'a tab is no page': [
      'app.json',
      (text) => text.replace('"pages/other/index", "pages/second', '"pages/second'),
      /tab pages\/other\/index is no page/,
    ],
    'a script does not parse': ['app.js', () => 'App({', /app\.js: /],
    'a json does not parse': ['pages/first/index.json', () => '{', /first\/index\.json: /],
    'a component is missing': [
      'pages/first/index.json',
      () => '{"usingComponents":{"box":"./box"}}',
      /component box has no pages\/first\/box\.js/,
    ],
    'a tag is not closed': ['pages/first/index.wxml', () => '<view>', /first\/index\.wxml:/],
    'a style sheet imports what is not there': ['app.wxss', () => '@import "none.wxss";', /import of a missing file none\.wxss/],
  }

  test.each(Object.entries(breaks))('when %s, then it says so', async (_what, [file, change, complaint]) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'jiamenkou-broken-'))
    cpSync(fixture, folder, { recursive: true })
    writeFileSync(path.join(folder, file), change(read(path.join(folder, file))))
    const { errors } = await pack(folder, path.join(folder, 'packed'))
    rmSync(folder, { recursive: true })
    expect(errors.join('\n')).toMatch(complaint)
  })
})
