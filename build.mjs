// Builds what is missing or older than its sources: `node build.mjs h5 weapp server`.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = path.dirname(fileURLToPath(import.meta.url))
const common = ['package-lock.json', 'contract']
const builds = {
  h5: { made: 'dist/h5/index.html', from: ['src', 'config', 'babel.config.js', ...common] },
  weapp: { made: 'dist/weapp/app.json', from: ['src', 'config', 'babel.config.js', ...common] },
  server: { made: 'dist/server/main.mjs', from: ['server', ...common] },
}

function newest(file) {
  const full = path.join(root, file)
  const { mtimeMs } = statSync(full)
  return statSync(full).isDirectory() ? Math.max(mtimeMs, ...readdirSync(full).map((name) => newest(path.join(file, name)))) : mtimeMs
}

/** Lays a .br and a .gz beside each script and style: the API serves them as they are. */
function compress(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (statSync(file).isDirectory()) compress(file)
    else if (/\.(js|css|html)$/.test(name)) {
      const bytes = readFileSync(file)
      writeFileSync(`${file}.br`, brotliCompressSync(bytes))
      writeFileSync(`${file}.gz`, gzipSync(bytes))
    }
  }
}

/** Builds each of the names whose result is not there or older than its sources. Throws when a build fails. */
export function buildWhatIsStale(names) {
  for (const name of names) {
    const { made, from } = builds[name]
    const result = path.join(root, made)
    if (existsSync(result) && statSync(result).mtimeMs > Math.max(...from.map(newest))) continue
    process.stdout.write(`Building ${name} ...\n`)
    const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', `build:${name}`], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      shell: process.platform === 'win32',
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (status !== 0) throw new Error(`build:${name} failed\n${stdout}\n${stderr}`)
    if (name === 'h5') compress(path.join(root, 'dist/h5'))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWhatIsStale(process.argv.slice(2))
