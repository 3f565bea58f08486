import { existsSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
import { openapiText } from '../server/commands/openapi-text'
import { tablesText } from '../server/commands/tables-text'
import { settingsSchema } from '../server/settings'
import { projectRoot } from '../server/shared/project-root'
import { filesIn, type Import, importsOf, isScript, nodesOf, textOf, titlesOf } from './helpers/sources'

const generated = ['server/database/tables.ts', 'docs/openapi.json']
const folders = ['contract', 'src', 'server', 'config', 'types', 'test', 'docs']
const files = folders.flatMap(filesIn)
const scripts = files.filter((file) => isScript(file) && !generated.includes(file))
const imports = scripts.flatMap(importsOf)
const ours = imports.filter(({ isOurs }) => isOurs)
const show = ({ from, what }: Import) => `${from} -> ${what}`

/** A script of the app, run on its own: jest loads the app's files for the client tests, as CommonJS, and each file in one way only. */
async function bundled(file: string) {
  const { outputFiles } = await build({ entryPoints: [path.join(projectRoot, file)], bundle: true, write: false, format: 'esm' })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}

describe('who may import whom', () => {
  /** Every import of ours that starts in `from` goes to one of the places. */
  const only = (from: RegExp, ...places: ((file: string) => string | RegExp)[]) =>
    ours
      .filter((one) => from.test(one.from))
      .filter(
        (one) =>
          !places.some((place) =>
            typeof place(one.from) === 'string'
              ? one.what.startsWith(place(one.from) as string)
              : (place(one.from) as RegExp).test(one.what),
          ),
      )
      .map(show)
  const part = (depth: number) => (file: string) => `${file.split('/').slice(0, depth).join('/')}/`
  const always = (place: string | RegExp) => () => place

  test('when contract imports, then it is itself or typebox', () => {
    expect(only(/^contract\//, always(/^contract(\/|$)/))).toEqual([])
    expect(imports.filter(({ from, isOurs, what }) => from.startsWith('contract/') && !isOurs && what !== 'typebox').map(show)).toEqual([])
  })

  test('when a service of the server imports, then it is itself, the contract or what services share, never another service', () => {
    const shared = /^server\/(shared\/|plugins\/|(serve|errors|foundation|database\/connect)$)/
    expect(only(/^server\/services\//, part(3), always(/^contract(\/|$)/), always(shared))).toEqual([])
  })

  test('when what services share imports, then it is no service and not the app', () => {
    const below = /^server\/(shared\/|plugins\/|database\/|(serve|errors|foundation|settings)$)/
    expect(
      only(/^server\/(shared|plugins|database\/[^/]+$|serve|errors|foundation|settings)/, always(/^contract(\/|$)/), always(below)),
    ).toEqual([])
  })

  test('when something builds the app, then it is the start, a command or a test', () => {
    const builders = ours.filter(({ what, isType }) => what === 'server/app' && !isType).map(({ from }) => from)
    expect(builders.filter((file) => !/^(server\/(main\.ts|commands\/)|test\/)/.test(file))).toEqual([])
  })

  test('when rules are written, then they know no SQL, no web server and no clock', () => {
    const rules = scripts.filter((file) => /^server\/services\/[^/]+\/rules/.test(file))
    expect(rules.length).toBeGreaterThan(0)
    const known = imports.filter(({ from, what }) => rules.includes(from) && /^(kysely|fastify|pg|server\/(database|plugins)\/)/.test(what))
    expect(known.map(show)).toEqual([])
    expect(rules.filter((file) => /new Date\(\)|Date\.now\(/.test(textOf(file)))).toEqual([])
  })

  test('when routes are written, then there is no SQL in them', () => {
    const routes = imports.filter(
      ({ from, what }) => /^server\/services\/[^/]+\/(routes|[a-z-]*handlers)\.ts$/.test(from) && what === 'kysely',
    )
    expect(routes.map(show)).toEqual([])
  })

  test('when the phone imports, then it is its own, and of the contract only types', () => {
    expect(only(/^src\//, always('src/'), always(/^contract(\/|$)/))).toEqual([])
    expect(ours.filter(({ from, what, isType }) => from.startsWith('src/') && /^contract(\/|$)/.test(what) && !isType).map(show)).toEqual(
      [],
    )
  })

  test('when a page imports, then it is its own service or what pages share, never another page folder', () => {
    expect(
      only(/^src\/pages\//, part(3), always(/^contract(\/|$)/), always(/^src\/(components|session|lib|styles|assets)\/|^src\/services$/)),
    ).toEqual([])
  })

  test('when what pages share imports, then it is no page, and lib knows nobody above it', () => {
    expect(
      only(/^src\/(components|session)\//, always(/^contract(\/|$)/), always(/^src\/(components|session|lib|styles|assets)\//)),
    ).toEqual([])
    expect(only(/^src\/lib\//, always(/^contract(\/|$)/), always('src/lib/'))).toEqual([])
  })

  test('when the server imports, then nothing of the phone’s, of the tests or of a page', () => {
    expect(only(/^server\//, always('server/'), always(/^contract(\/|$)/))).toEqual([])
  })

  test('when configuration and ambient types import, then nothing of ours', () => {
    expect(only(/^(config|types)\//, always(/^(config\/|package\.json$)/))).toEqual([])
  })

  test('when something is imported that is not ours, then package.json names it', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json'))
    const names = imports.filter(({ isOurs, what }) => !isOurs && !what.startsWith('node:')).map(({ what }) => what)
    const packages = new Set(
      names.map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    )
    const unnamed = [...packages].filter((name) => !(name in dependencies) && !(name in devDependencies) && name !== '@jest/globals')
    expect(unnamed).toEqual([])
    const shipped = new Set(
      imports
        .filter(
          ({ from, isOurs, isType, what }) =>
            from.startsWith('server/') && !/^server\/commands\//.test(from) && !isOurs && !isType && !what.startsWith('node:'),
        )
        .map(({ what }) =>
          what
            .split('/')
            .slice(0, what.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    )
    expect([...shipped].filter((name) => !(name in dependencies))).toEqual([])
  })
})

describe('how it is written', () => {
  test('when a file has a name, then it is in kebab case', () => {
    const part = /^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*|README\.md)$/
    expect(files.filter((file) => !file.split('/').every((name) => part.test(name)))).toEqual([])
  })

  test('when a service has a stem, then its contract and its migration have it too', () => {
    const services = new Set(files.flatMap((file) => /^server\/services\/([^/]+)\//.exec(file)?.[1] ?? []))
    const lacking = [...services].filter((name) => {
      const migration = files.some((file) => new RegExp(`^server/database/migrations/\\d{4}-${name}\\.sql$`).test(file))
      return !migration || !files.includes(`contract/${name}.ts`) || !files.includes(`server/services/${name}/routes.ts`)
    })
    expect(lacking).toEqual([])
  })

  test('when there are migrations, then their numbers run from one without a gap', () => {
    const migrations = files.filter((file) => file.startsWith('server/database/migrations/')).map((file) => path.posix.basename(file))
    expect(migrations.sort().map((name) => /^(\d{4})-[a-z-]+\.sql$/.exec(name)?.[1])).toEqual(
      migrations.map((_, index) => String(index + 1).padStart(4, '0')),
    )
  })

  test('when a page lies in its folder, then the app lists it, and the other way round', async () => {
    Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
    const { default: app } = await bundled('src/app.config.ts')
    const { pages = [], subPackages = [] } = app
    const listed = [
      ...pages,
      ...subPackages.flatMap(({ root, pages }: { root: string; pages: string[] }) => pages.map((page) => `${root}/${page}`)),
    ]
    const there = files.filter((file) => /^src\/pages\/.*\/index\.tsx$/.test(file)).map((file) => file.slice('src/'.length, -'.tsx'.length))
    expect([...listed].sort()).toEqual(there.sort())
  })

  test('when types are needed, then "any" is not one of them', () => {
    const hasAny = (file: string) => nodesOf(file, (node): node is ts.Node => node.kind === ts.SyntaxKind.AnyKeyword).length > 0
    expect(scripts.filter(hasAny)).toEqual([])
  })

  test('when something is not done or not right, then no note stands for it in the code', () => {
    const notes = new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|X${'XX'})\\b|@ts-(ignore|nocheck|expect-error)|biome-${'ignore'}`)
    expect(files.filter((file) => /\.(tsx?|scss|sql|md)$/.test(file) && notes.test(textOf(file)))).toEqual([])
  })

  test('when files export, then none only passes on what others export', () => {
    const barrels = scripts.filter((file) => /^(contract|src|server)\//.test(file) && /^export \* from/m.test(textOf(file)))
    expect(barrels).toEqual([])
    expect(files.filter((file) => /(^|[/-])utils?\b/.test(file))).toEqual([])
  })

  test('when a test has a title, then it says when and then, and every test file has one', () => {
    const tests = scripts.filter((file) => /\.test\.tsx?$/.test(file))
    expect(tests.length).toBeGreaterThan(20)
    expect(tests.filter((file) => titlesOf(file).length === 0)).toEqual([])
    expect(
      tests.flatMap((file) =>
        titlesOf(file)
          .filter((title) => !/^[`'"]?when .+, then .+/s.test(title))
          .map((title) => `${file}: ${title}`),
      ),
    ).toEqual([])
  })
})

describe('the phone', () => {
  const styles = files.filter((file) => /^src\/.*\.(scss|tsx?)$/.test(file))

  test('when it calls the server, then it does so in one place', () => {
    expect(styles.filter((file) => /\bTaro\s*\.\s*request\b/.test(textOf(file)))).toEqual(['src/lib/request.ts'])
  })

  test('when a colour is needed, then it is one of the tokens', () => {
    // WeChat takes the colours of its own window and tab bar, and those of what is drawn on a canvas, as literals.
    const literal = ['src/styles/tokens.scss', 'src/app.config.ts', 'src/lib/colours.ts']
    const free = styles.filter((file) => !literal.includes(file))
    const colour = /#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl)a?\(/
    expect(free.filter((file) => colour.test(textOf(file)))).toEqual([])
    const word = /:[^;{]*\b(white|black|red|green|blue|orange|yellow|gr[ae]y)\b[^;{]*;/
    // In an icon drawn as a mask, black is no colour but where it is.
    const withoutMasks = (file: string) => textOf(file).replace(/url\(\s*"[^"]*"\s*\)|"data:[^"]*"/g, '')
    expect(free.filter((file) => file.endsWith('.scss') && word.test(withoutMasks(file)))).toEqual([])
  })
})

describe('what is made from something else', () => {
  test('when the migrations change, then the table types do too (npm run generate)', async () => {
    expect(textOf('server/database/tables.ts')).toBe(await tablesText())
  })

  test('when the contract changes, then the OpenAPI document does too (npm run generate)', async () => {
    expect(existsSync(path.join(projectRoot, 'docs/openapi.json'))).toBe(true)
    expect(textOf('docs/openapi.json')).toBe(await openapiText())
  })

  test.each(['README.md', 'README.zh-CN.md'])('when there is a setting, then %s tells it with its default, and no other', (readme) => {
    const rows = [...textOf(readme).matchAll(/^\| `([A-Z_]+)` \| ([^|]*)\|/gm)].map(([, name, value]) => [name, value?.trim()])
    const settings = Object.entries(settingsSchema.properties).map(([name, schema]) => [
      name,
      String((schema as unknown as { default: unknown }).default),
    ])
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(settings))
  })
})
