import type { IconName } from '@/components/icon'
import type { SortingKind } from '../../../contract/sorting'

interface KindWords {
  readonly title: string
  readonly icon: IconName
  /** What is in it, as the regulation says. */
  readonly what: string
  /** How to bring it. */
  readonly how: string
}

/** The four kinds in the order of the regulation. */
export const kinds: readonly SortingKind[] = ['recyclable', 'hazardous', 'wet', 'dry']

export const kindWords: Record<SortingKind, KindWords> = {
  recyclable: { title: '可回收物', icon: 'recycle', what: '废纸、塑料、玻璃、金属、织物', how: '弄干净、压扁了再投，碎玻璃先包好。' },
  hazardous: {
    title: '有害垃圾',
    icon: 'battery',
    what: '电池、灯管、药品、油漆和它们的容器',
    how: '轻轻放，别打破；药片连着内包装一起投。',
  },
  wet: { title: '湿垃圾', icon: 'leaf', what: '剩菜剩饭、瓜皮果核、花草、中药渣', how: '沥干水，倒进桶里，袋子另投干垃圾。' },
  dry: { title: '干垃圾', icon: 'bin', what: '前面三种以外的', how: '尽量沥干，扎好袋口再投。' },
}
