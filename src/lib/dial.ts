import Taro from '@tarojs/taro'

/** Offers to call a number. The phone asks once more, and stepping back there is nobody's fault. */
export function dial(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber }).catch(() => {})
}
