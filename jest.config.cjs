// The server runs as the ES modules it ships as (NODE_OPTIONS=--experimental-vm-modules, set by the npm scripts).
const node = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      'babel-jest',
      { configFile: false, presets: [['@babel/preset-env', { targets: { node: 'current' }, modules: false }], '@babel/preset-typescript'] },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
}
const server = (displayName, testEngine) => ({
  displayName,
  ...node,
  globals: { testEngine },
  testMatch: ['<rootDir>/test/server/**/*.test.ts'],
})

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // A database of its own takes a test file some seconds on a small machine.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/helpers/summary-reporter.cjs'],
  projects: [
    { displayName: 'rules', ...node, testMatch: ['<rootDir>/test/*.test.ts'] },
    server('server', 'pglite'),
    ...(process.env.TEST_DATABASE_URL ? [server('server on PostgreSQL', 'postgres')] : []),
    {
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/client/**/*.test.ts?(x)'],
      transform: { '\\.[cm]?[jt]sx?$': 'babel-jest' },
      transformIgnorePatterns: ['/node_modules/'],
      moduleNameMapper: {
        '^@/(.*)$': '<rootDir>/src/$1',
        '\\.(css|scss)$': 'identity-obj-proxy',
        '\\.(png|svg)$': '<rootDir>/test/helpers/client/file.cjs',
        '^@nutui/nutui-react-taro$': '<rootDir>/node_modules/@nutui/nutui-react-taro/dist/cjs/packages/nutui.react.build.js',
        '^(lottie-react|lottie-web|@nutui/lottie-miniprogram)$': '<rootDir>/test/helpers/client/lottie.cjs',
        '^@tarojs/components$': '<rootDir>/test/helpers/client/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/helpers/client/taro.ts',
      },
      setupFiles: ['<rootDir>/test/helpers/client/setup-env.cjs'],
      setupFilesAfterEnv: ['<rootDir>/test/helpers/client/setup.ts'],
    },
    { displayName: 'e2e', ...node, testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
    { displayName: 'weapp', ...node, testMatch: ['<rootDir>/test/weapp/**/*.test.ts'] },
  ],
}
