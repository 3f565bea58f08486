import Type from 'typebox'
import { privateFunctions } from './base-library'

const Colour = Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })
const PagePath = Type.String({ pattern: '^[\\w-]+(/[\\w-]+)*$' })
const strict = { additionalProperties: false }

const windowFields = {
  navigationBarTitleText: Type.Optional(Type.String()),
  navigationBarBackgroundColor: Type.Optional(Colour),
  navigationBarTextStyle: Type.Optional(Type.Union([Type.Literal('black'), Type.Literal('white')])),
  navigationStyle: Type.Optional(Type.Union([Type.Literal('default'), Type.Literal('custom')])),
  backgroundColor: Type.Optional(Colour),
  backgroundTextStyle: Type.Optional(Type.Union([Type.Literal('dark'), Type.Literal('light')])),
  enablePullDownRefresh: Type.Optional(Type.Boolean()),
  onReachBottomDistance: Type.Optional(Type.Number({ minimum: 0 })),
  pageOrientation: Type.Optional(Type.Union([Type.Literal('auto'), Type.Literal('portrait'), Type.Literal('landscape')])),
}
const usingComponents = Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][\\w-]*$' }), Type.String()))

/** A page's json. */
export const pageSchema = Type.Object(
  {
    ...windowFields,
    usingComponents,
    disableScroll: Type.Optional(Type.Boolean()),
    component: Type.Optional(Type.Boolean()),
    styleIsolation: Type.Optional(Type.String()),
  },
  strict,
)

const TabItem = Type.Object({ pagePath: PagePath, text: Type.String(), iconPath: Type.String(), selectedIconPath: Type.String() }, strict)

/** app.json, as WeChat documents it, with what this app must have. */
export const appSchema = Type.Object(
  {
    pages: Type.Array(PagePath, { minItems: 1 }),
    subPackages: Type.Array(Type.Object({ root: PagePath, pages: Type.Array(PagePath, { minItems: 1 }) }, strict)),
    preloadRule: Type.Record(
      PagePath,
      Type.Object(
        { network: Type.Union([Type.Literal('all'), Type.Literal('wifi')]), packages: Type.Array(Type.String(), { minItems: 1 }) },
        strict,
      ),
    ),
    window: Type.Object(windowFields, strict),
    tabBar: Type.Object(
      {
        color: Colour,
        selectedColor: Colour,
        backgroundColor: Colour,
        borderStyle: Type.Union([Type.Literal('black'), Type.Literal('white')]),
        list: Type.Array(TabItem, { minItems: 2, maxItems: 5 }),
      },
      strict,
    ),
    lazyCodeLoading: Type.Literal('requiredComponents'),
    requiredPrivateInfos: Type.Array(Type.Union(privateFunctions.map((name) => Type.Literal(name)))),
    permission: Type.Object({ 'scope.userLocation': Type.Object({ desc: Type.String({ minLength: 1, maxLength: 30 }) }, strict) }, strict),
    resizable: Type.Optional(Type.Boolean()),
    usingComponents,
  },
  strict,
)

/** project.config.json, as far as it decides what WeChat DevTools opens. */
export const projectSchema = Type.Object({
  miniprogramRoot: Type.Literal('dist/weapp/'),
  compileType: Type.Literal('miniprogram'),
  libVersion: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$' }),
  appid: Type.String({ minLength: 1 }),
  projectname: Type.String({ minLength: 1 }),
  setting: Type.Object({ urlCheck: Type.Literal(true), es6: Type.Literal(false), minified: Type.Boolean() }),
})
