import { register } from './builtin'
import { hoverable } from './tapped'

/** Components that are boxes or words and do nothing of their own. */
export function registerBoxes(): void {
  register('view', {
    properties: { hoverClass: 'none' },
    behave(part) {
      hoverable(part)
      return {}
    },
  })
  register('text', { properties: { maxLines: null, overflow: '' } })
  register('cover-view', { properties: {} })
  register('root-portal', { properties: {} })
  register('icon', { properties: { type: '', size: null, color: '' }, attributes: ['type'] })
  register('progress', { properties: { percent: 0 }, attributes: ['percent'] })
  register('page-meta', { properties: {} })
}
