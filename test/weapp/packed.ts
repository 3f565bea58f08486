import type { template } from 'glass-easel'

/** What app.json and the pages' json may say that the runner acts on. */
export interface PartConfig {
  readonly component?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly navigationBarTitleText?: string
  readonly navigationBarBackgroundColor?: string
  readonly navigationBarTextStyle?: 'black' | 'white'
  readonly enablePullDownRefresh?: boolean
  readonly onReachBottomDistance?: number
}

export interface SubPackage {
  readonly root: string
  readonly pages: readonly string[]
}

export interface AppConfig {
  readonly pages: readonly string[]
  readonly entryPagePath?: string
  readonly subPackages?: readonly SubPackage[]
  readonly window?: PartConfig
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly requiredPrivateInfos?: readonly string[]
  readonly permission?: Readonly<Record<string, { readonly desc: string }>>
  readonly tabBar?: {
    readonly color: string
    readonly selectedColor: string
    readonly list: readonly {
      readonly pagePath: string
      readonly text: string
      readonly iconPath?: string
      readonly selectedIconPath?: string
    }[]
  }
}

/** The program of one js file: called with its module's require, module, exports, wx and so on; see pack/scripts.ts. */
export type Script = (...given: unknown[]) => void

/** A mini-program as package.js carries it into the browser. Files go by their path without the ending. */
export interface PackedApp {
  readonly app: AppConfig
  /** Every page of every package. */
  readonly pages: readonly string[]
  readonly configs: Readonly<Record<string, PartConfig>>
  readonly styles: Readonly<Record<string, string>>
  readonly templates: template.ProcGenGroupList
  readonly scripts: Readonly<Record<string, Script>>
}
