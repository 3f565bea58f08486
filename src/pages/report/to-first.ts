import Taro from '@tarojs/taro'

/** Brings the first field with an error onto the screen; fields are named field-… in the form. */
export function toFirst(errors: object): void {
  const first = Object.keys(errors)[0]
  if (first) Taro.pageScrollTo({ selector: `#field-${first}`, offsetTop: -16 })
}
