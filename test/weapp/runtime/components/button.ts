import { chooseAvatar, givePhone } from '../wx/button-services'
import { agreeToPrivacy } from '../wx/privacy'
import { type Part, register } from './builtin'
import { hoverable, whenTapped } from './tapped'

const properties = {
  type: 'default',
  size: 'default',
  plain: false,
  disabled: false,
  loading: false,
  formType: '',
  openType: '',
  hoverClass: 'button-hover',
}
type ButtonPart = Part<typeof properties>

export const registerButton = (): void =>
  register('button', {
    properties,
    role: 'button',
    attributes: ['type', 'size', 'plain', 'disabled', 'loading'],
    behave(part) {
      hoverable(part)
      whenTapped(part, () => {
        if (part.data.formType) part.element.closest('wx-form')?.dispatchEvent(new Event(`own-${part.data.formType}`))
        openTypes[part.data.openType]?.(part)
      })
      return {}
    },
  })

/** open-type: what WeChat does on a tap, and the event that tells. */
const openTypes: Record<string, (part: ButtonPart) => void> = {
  agreePrivacyAuthorization(part) {
    agreeToPrivacy()
    part.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok', buttonId: part.element.id })
  },
  async getPhoneNumber(part) {
    part.emit('getphonenumber', await givePhone())
  },
  async chooseAvatar(part) {
    const avatarUrl = await chooseAvatar()
    if (avatarUrl) part.emit('chooseavatar', { avatarUrl })
  },
}
