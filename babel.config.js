// For Taro's builds and the client tests; the server is compiled by esbuild and tested with jest.config.cjs's own presets.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  // jest resolves NutUI to its CommonJS build and ignores styles: the import plugin is for builds only
  plugins:
    process.env.NODE_ENV === 'test'
      ? []
      : [
          [
            'import',
            {
              libraryName: '@nutui/nutui-react-taro',
              libraryDirectory: 'dist/es/packages',
              style: 'css',
              camel2DashComponentName: false,
              customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
              customStyleName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}/style/css`,
            },
            'nutui-react-taro',
          ],
        ],
}
