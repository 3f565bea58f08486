import type { Service } from '../../foundation'

export const account: Service = {
  register() {},
}
