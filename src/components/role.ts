type Role =
  | 'img'
  | 'button'
  | 'link'
  | 'tab'
  | 'switch'
  | 'checkbox'
  | 'radio'
  | 'alert'
  | 'status'
  | 'tablist'
  | 'radiogroup'
  | 'progressbar'

/** What an element is, for those who listen to the screen: WeChat reads aria-role, a browser role. */
export const roleOf = (role: Role) => (process.env.TARO_ENV === 'h5' ? { role } : { 'aria-role': role })
