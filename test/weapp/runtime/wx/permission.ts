import { Failure } from './answer'
import { ask } from './dialog'
import { remember, remembered } from './memory'

const names: Record<string, string> = { 'scope.userLocation': '位置信息' }

/** The person's permission for a scope: asked once with the words of app.json, then kept. A refusal is kept too. */
export async function mustBePermitted(scope: string): Promise<void> {
  const settings = remembered<Record<string, boolean>>('scopes', {})
  settings[scope] ??= await ask({
    title: `申请获取你的${names[scope] ?? scope}`,
    text: window.packedApp.app.permission?.[scope]?.desc ?? '',
    yes: '允许',
    no: '拒绝',
  })
  remember('scopes', settings)
  if (!settings[scope]) throw new Failure('auth deny', 103)
}
