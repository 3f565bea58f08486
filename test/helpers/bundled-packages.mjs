import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(import.meta.url)
const root = path.join(path.dirname(here), '../..')
const cache = path.join(root, 'node_modules/.cache/jiamenkou')

/**
 * What the server and its tests take from others in hundreds of small files. Left out: what finds its own files beside itself (PGlite,
 * sharp), and what is one file already.
 */
const packages = [
  '@fastify/ajv-compiler',
  '@fastify/cors',
  '@fastify/etag',
  '@fastify/fast-json-stringify-compiler',
  '@fastify/helmet',
  '@fastify/jwt',
  '@fastify/multipart',
  '@fastify/rate-limit',
  '@fastify/static',
  '@fastify/swagger',
  '@fastify/swagger-ui',
  'async-mutex',
  'csv-parse',
  'env-schema',
  'fast-check',
  'fastify',
  'fastify-plugin',
  'flydrive',
  'flydrive/drivers/fs',
  'ioredis',
  'kysely',
  'kysely-codegen',
  'pg',
  'prom-client',
  'proper-lockfile',
  'read-excel-file/universal',
  'typebox',
  'uuid',
  'write-excel-file/node',
]

/** What kysely-codegen would take if it were there. */
const otherDatabases = [
  '@libsql/kysely-libsql',
  '@tediousjs/connection-string',
  'better-sqlite3',
  'bun:sqlite',
  'kysely-bun-sqlite',
  'mysql2',
  'tarn',
  'tedious',
]

/**
 * A moduleNameMapper to each of the packages as one file: jest reads, resolves and links every module anew for every test file, which
 * took longer than most of them run. Made once for a package-lock.json, kept in node_modules.
 */
export async function bundledPackages() {
  const fingerprint = createHash('sha256')
    .update(readFileSync(here))
    .update(readFileSync(path.join(root, 'package-lock.json')))
  const folder = path.join(cache, `packages-${fingerprint.digest('hex').slice(0, 16)}`)
  if (!existsSync(folder)) await bundle(folder)
  return Object.fromEntries(packages.map((name) => [`^${name}$`, path.join(folder, `${fileOf(name)}.mjs`)]))
}

const fileOf = (name) => name.replaceAll('/', '_')

async function bundle(folder) {
  await mkdir(cache, { recursive: true })
  const aside = await mkdtemp(`${folder}.`)
  const entry = async (name) => {
    const file = path.join(aside, `${fileOf(name)}.entry.mjs`)
    // named one by one: what a CommonJS package exports, only Node can say
    const names = Object.keys(await import(name)).filter((exported) => exported !== 'module.exports')
    await writeFile(file, `export { ${names.join(', ')} } from '${name}'\n`)
    return { in: file, out: fileOf(name) }
  }
  await build({
    entryPoints: await Promise.all(packages.map(entry)),
    bundle: true,
    splitting: true,
    outdir: aside,
    platform: 'node',
    target: `node${process.versions.node}`,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    external: ['@electric-sql/pglite', 'sharp', 'pg-native', ...otherDatabases],
    banner: { js: `import { createRequire as requireOf } from 'node:module'\nconst require = requireOf(import.meta.url)` },
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [whereTheyWere],
  })
  // whoever was quicker made the same
  await rename(aside, folder).catch(() => rm(aside, { recursive: true }))
}

/** A package that reads files beside itself finds them from the bundle, too. */
const whereTheyWere = {
  name: 'where they were',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.*\.c?js$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      if (!/\b__(dirname|filename)\b/.test(text)) return undefined
      const contents = text.replace(/\b__dirname\b/g, JSON.stringify(path.dirname(file))).replace(/\b__filename\b/g, JSON.stringify(file))
      return { contents, loader: 'js' }
    })
  },
}
