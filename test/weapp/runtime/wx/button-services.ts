import { failed } from './answer'
import { ask } from './dialog'
import { keepTemporary } from './files'
import { pickPictures } from './media'
import { mustHavePrivacyConsent } from './privacy'

/** What a button of open-type getPhoneNumber tells. */
export async function givePhone(): Promise<object> {
  try {
    await mustHavePrivacyConsent('getPhoneNumber')
  } catch (error) {
    return failed('getPhoneNumber', error)
  }
  const agreed = await ask({ title: '申请获取并验证你的手机号', yes: '允许', no: '不允许' })
  return agreed ? { errMsg: 'getPhoneNumber:ok', code: await window.phoneCode() } : { errMsg: 'getPhoneNumber:fail user deny' }
}

/** What a button of open-type chooseAvatar gives: a temporary path, or nothing when the person steps back or does not consent. */
export async function chooseAvatar(): Promise<string | undefined> {
  const consented = await mustHavePrivacyConsent('chooseAvatar').then(
    () => true,
    () => false,
  )
  const [file] = consented ? await pickPictures('选择头像', 1) : []
  return file && keepTemporary(file, file.name)
}
