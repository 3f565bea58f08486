import { report } from '../report'
import { account } from './account'
import { calls } from './calls'
import { device } from './device'
import { files } from './files'
import { location } from './location'
import { media } from './media'
import { navigation } from './navigation'
import { network } from './network'
import { pageServices } from './page-services'
import { permission } from './permission'
import { privacy } from './privacy'
import { createSelectorQuery } from './query'
import { request } from './request'
import { storage } from './storage'
import { upload } from './upload'

const ignored = () => {}

/** Every function of WeChat's that the runner has. */
export const functions = {
  ...account,
  ...calls,
  ...device,
  ...files,
  ...location,
  ...media,
  ...navigation,
  ...network,
  ...pageServices,
  ...permission,
  ...privacy,
  ...request,
  ...storage,
  ...upload,
  createSelectorQuery,
  // events of the whole app that do not happen here
  onError: ignored,
  onUnhandledRejection: ignored,
  onPageNotFound: ignored,
  onAppShow: ignored,
  onAppHide: ignored,
}

/** What the build puts on wx for itself. */
const own = /^webpackJsonp|^then$|^cloud$/

/** The wx that the mini-program sees: asking for something the runner does not have is reported. */
export const wx: object = new Proxy<Record<string, unknown>>(
  {
    ...functions,
    canIUse: (name: string) => (name.split('.')[0] ?? '') in functions,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  },
  {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !own.test(name)) report.missingFunction(name)
      return target[name as string]
    },
  },
)
