import type { Service } from '../../foundation'

export const report: Service = {
  register() {},
}
