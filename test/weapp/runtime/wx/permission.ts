import { answer, type Callbacks, Failure } from './answer'
import { ask } from './dialog'
import { remember, remembered } from './memory'

type Scopes = Record<string, boolean>

const names: Record<string, string> = { 'scope.userLocation': '位置信息', 'scope.writePhotosAlbum': '保存到相册' }
const scopes = () => remembered<Scopes>('scopes', {})

/** The person's permission for a scope: asked once with the words of app.json, then kept. A refusal is kept too. */
export async function mustBePermitted(scope: string): Promise<void> {
  const known = scopes()
  known[scope] ??= await ask({
    title: `申请获取你的${names[scope] ?? scope}`,
    text: window.packedApp.app.permission?.[scope]?.desc ?? '',
    yes: '允许',
    no: '拒绝',
  })
  remember('scopes', known)
  if (!known[scope]) throw new Failure('auth deny', 103)
}

export const permission = {
  /** WeChat's page of permissions: what has been asked for can be allowed or refused there. */
  openSetting: (options?: Callbacks) =>
    answer('openSetting', options, async () => {
      const boxes = Object.entries(scopes()).map(([name, checked]) =>
        Object.assign(document.createElement('input'), { type: 'checkbox', name, checked, ariaLabel: names[name] ?? name }),
      )
      const body = document.createElement('div')
      body.append(...boxes)
      await ask({ title: '设置', yes: '返回', body })
      const authSetting = Object.fromEntries(boxes.map(({ name, checked }) => [name, checked]))
      remember('scopes', authSetting)
      return { authSetting }
    }),
}
