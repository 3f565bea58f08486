// The server runs as the ES modules it ships as (NODE_OPTIONS=--experimental-vm-modules, set by the npm scripts).
const node = {
  testEnvironment: '<rootDir>/test/helpers/node-environment.cjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      'babel-jest',
      { configFile: false, presets: [['@babel/preset-env', { targets: { node: 'current' }, modules: false }], '@babel/preset-typescript'] },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
}
/** Says the same whatever the database is: rules and files, and the table of transitions with its thousands of calls. */
const onOneEngine = ['-chain', '-rules', '-bill', '-menu-file', '-workbook', '-pickup-code', '-suggest', '-payment', 'report-transitions']
const server = (displayName, testEngine) => ({
  displayName,
  ...node,
  globals: { testEngine },
  testMatch: ['<rootDir>/test/server/**/*.test.ts'],
  testPathIgnorePatterns: testEngine === 'postgres' ? onOneEngine.map((name) => `${name}[\\w-]*\\.test\\.ts$`) : [],
})

// The app in jsdom, on stand-ins for Taro's platform (test/helpers/client) and the real server. As in Taro's build, the H5 app takes x.h5.ts before x.ts.
const client = (displayName, platform, testMatch) => ({
  displayName,
  testEnvironment: 'jsdom',
  testMatch,
  transform: { '\\.[cm]?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: ['/node_modules/'],
  moduleFileExtensions: [...(platform === 'h5' ? ['h5.ts', 'h5.tsx'] : []), 'ts', 'tsx', 'js', 'jsx', 'cjs', 'mjs', 'json'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '\\.(css|scss)$': 'identity-obj-proxy',
    '\\.(png|svg)$': '<rootDir>/test/helpers/client/picture-name.cjs',
    '^@nutui/nutui-react-taro$': '<rootDir>/node_modules/@nutui/nutui-react-taro/dist/cjs/packages/nutui.react.build.js',
    '^(lottie-react|lottie-web|@nutui/lottie-miniprogram)$': '<rootDir>/test/helpers/client/lottie.cjs',
    '^@tarojs/components$': '<rootDir>/test/helpers/client/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/helpers/client/taro.ts',
  },
  globals: { testPlatform: platform },
  globalSetup: '<rootDir>/test/helpers/client/town-start.ts',
  globalTeardown: '<rootDir>/test/helpers/client/town-stop.ts',
  setupFiles: ['<rootDir>/test/helpers/client/setup-env.cjs'],
  setupFilesAfterEnv: ['<rootDir>/test/helpers/client/setup.ts'],
})

// In Chromium, on what is built; see test/helpers/build-app.mjs.
const browser = (displayName) => ({
  displayName,
  ...node,
  globalSetup: '<rootDir>/test/helpers/build-app.mjs',
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
})

/** @returns {Promise<import('jest').Config>} */
module.exports = async () => {
  const { bundledPackages } = await import('./test/helpers/bundled-packages.mjs')
  node.moduleNameMapper = await bundledPackages()
  return {
    maxWorkers: 2,
    // What a test file leaves behind is given back by a new worker.
    workerIdleMemoryLimit: '1500MB',
    // A database of its own takes a test file some seconds on a small machine.
    testTimeout: 60_000,
    reporters: ['default', '<rootDir>/test/helpers/summary-reporter.mjs'],
    projects: [
      { displayName: 'rules', ...node, testMatch: ['<rootDir>/test/*.test.ts'] },
      server('server', 'pglite'),
      ...(process.env.TEST_DATABASE_URL ? [server('server on PostgreSQL', 'postgres')] : []),
      client('client', 'weapp', ['<rootDir>/test/client/**/*.test.ts?(x)', '!**/*.h5.test.ts?(x)']),
      client('client on H5', 'h5', ['<rootDir>/test/client/**/*.h5.test.ts?(x)']),
      browser('e2e'),
      browser('weapp'),
    ],
  }
}
