/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const url: string
  export default url
}
declare module '*.svg' {
  const url: string
  export default url
}
declare module '*.scss'
declare module '*.css'

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV?: 'development' | 'production' | 'test'
    TARO_ENV?: 'weapp' | 'h5'
  }
}

/** Origin of the API, set by config/index.ts; empty on H5. */
declare const API_ORIGIN: string
/** Version of package.json, set by config/index.ts. */
declare const APP_VERSION: string
