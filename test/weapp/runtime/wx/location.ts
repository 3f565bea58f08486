import type { PhonePlace } from '../settings'
import { answer, type Callbacks, Failure } from './answer'
import { ask } from './dialog'
import { mustBePermitted } from './permission'
import { mustHavePrivacyConsent } from './privacy'

type Options = Callbacks & { type?: 'wgs84' | 'gcj02'; isHighAccuracy?: boolean; highAccuracyExpireTime?: number }
type Fix = {
  longitude: number
  latitude: number
  accuracy: number
  speed: number
  altitude: number
  horizontalAccuracy: number
  verticalAccuracy: number
}

/** For half a minute WeChat gives the same position again instead of measuring. */
const sameAnswerFor = 30_000
const usualPatience = 10_000
let last: { readonly at: number; readonly fix: Fix } | undefined

export const location = {
  getLocation: (options: Options = {}) =>
    answer('getLocation', options, async () => {
      mustBeDeclared('getLocation')
      await mustHavePrivacyConsent('getLocation')
      await mustBePermitted('scope.userLocation')
      if (options.type !== 'gcj02') throw new Error('the runner knows positions in gcj02 only')
      if (!last || performance.now() - last.at > sameAnswerFor) last = { at: performance.now(), fix: await measure(options) }
      return last.fix
    }),

  openLocation: (options: Callbacks & { name?: string } = {}) =>
    answer('openLocation', options, async () => {
      ask({ title: `地图 ${options.name ?? ''}`, yes: '关闭' })
      return {}
    }),

  chooseLocation: (options?: Callbacks) =>
    answer('chooseLocation', options, async () => {
      mustBeDeclared('chooseLocation')
      await mustHavePrivacyConsent('chooseLocation')
      const { pickedPlace } = window.phoneSettings
      if (await ask({ title: '选择位置', text: pickedPlace?.name ?? '没有可选的位置', no: '取消' })) return pickedPlace ?? {}
      throw new Failure('cancel')
    }),
}

/** Since July 2022 WeChat refuses what app.json does not name. */
function mustBeDeclared(name: string): void {
  if (window.packedApp.app.requiredPrivateInfos?.includes(name)) return
  throw new Failure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json')
}

async function measure({ isHighAccuracy, highAccuracyExpireTime = 0 }: Options): Promise<Fix> {
  const place: PhonePlace = window.phoneSettings.place
  if (place === 'off') throw new Failure('system permission denied')
  if (place === 'silent') {
    await new Promise((resolve) =>
      setTimeout(resolve, isHighAccuracy && highAccuracyExpireTime >= 3000 ? highAccuracyExpireTime : usualPatience),
    )
    throw new Failure('timeout')
  }
  return { ...place, speed: -1, altitude: 0, horizontalAccuracy: place.accuracy, verticalAccuracy: 0 }
}
