import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { version } from '../package.json'
import devConfig from './dev'
import prodConfig from './prod'

/** Where the mini-program finds the API; the H5 app asks the address it came from. */
const apiOrigin = process.env.TARO_ENV === 'h5' ? '' : (process.env.API_ORIGIN ?? 'http://127.0.0.1:8787')

// Sizes are device-independent pixels everywhere (tap areas and text keep their size on a 320 px phone): nothing is scaled.
const postcss = {
  pxtransform: { enable: false, config: {} },
  cssModules: { enable: false, config: { namingPattern: 'module' as const, generateScopedName: '[name]__[local]' } },
}

export default defineConfig<'webpack5'>(async (merge) => {
  const mobx = path.resolve(__dirname, '../node_modules/mobx/dist/mobx.esm.production.min.js')
  const baseConfig: UserConfigExport<'webpack5'> = {
    projectName: 'jiamenkou',
    date: '2026-11-20',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    // NutUI still renders raw <div> and <span> in some components; aria.ts brings what screen readers are told
    plugins: ['@tarojs/plugin-html', path.resolve(__dirname, 'aria.ts')],
    defineConstants: { API_ORIGIN: JSON.stringify(apiOrigin), APP_VERSION: JSON.stringify(version) },
    copy: { patterns: [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    alias: { '@': path.resolve(__dirname, '../src'), ...(process.env.NODE_ENV === 'production' ? { mobx } : {}) },
    mini: {
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss,
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { autoprefixer: { enable: true, config: {} }, ...postcss },
      webpackChain(chain) {
        // without this every page carries its own copy of Taro's web components and of NutUI
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: {
            ui: {
              name: 'ui',
              test: /node_modules[\\/](@tarojs[\\/]components|@stencil|@nutui|swiper)/,
              minChunks: 2,
              priority: 20,
              reuseExistingChunk: true,
            },
          },
        })
      },
    },
  }
  return merge({}, baseConfig, process.env.NODE_ENV === 'development' ? devConfig : prodConfig)
})
