import type { Service } from '../../foundation'

export const photo: Service = {
  register() {},
}
