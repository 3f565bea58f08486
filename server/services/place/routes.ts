import type { Service } from '../../foundation'

export const place: Service = {
  register() {},
}
