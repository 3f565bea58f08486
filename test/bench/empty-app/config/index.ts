import { defineConfig } from '@tarojs/cli'

// The yardstick for our sizes: the smallest Taro React app, built by the same packages in the same run.
export default defineConfig<'webpack5'>({
  projectName: 'empty-app',
  date: '2026-11-20',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  plugins: ['@tarojs/plugin-html'],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {},
})
