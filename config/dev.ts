import type { UserConfigExport } from '@tarojs/cli'

export default {
  mini: {},
  h5: { devServer: { proxy: [{ context: ['/api'], target: 'http://127.0.0.1:8787' }] } },
} satisfies UserConfigExport<'webpack5'>
