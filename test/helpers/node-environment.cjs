const { readFileSync } = require('node:fs')
const path = require('node:path')
const { TestEnvironment } = require('jest-environment-node')

const wasm = path.join(path.dirname(require.resolve('@electric-sql/pglite')), 'pglite.wasm')
const compiled = WebAssembly.compile(readFileSync(wasm))

/** Node, where PGlite's code is compiled once for all the test files of a worker: V8 shares it as long as somebody holds it. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    await compiled
  }
}
