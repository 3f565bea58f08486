// What Taro's build defines, and NutUI's validator's quiet.
process.env.TARO_ENV = globalThis.testPlatform
Object.assign(globalThis, {
  API_ORIGIN: process.env.TEST_API,
  APP_VERSION: require('../../../package.json').version,
  ASYNC_VALIDATOR_NO_WARNING: 1,
  definePageConfig: (config) => config,
  defineAppConfig: (config) => config,
})
