import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { session } from '@/session/session'
import type { Category, CategoryGroup } from '../../../contract/report'

const keptAs = 'report-categories'

/** What residents report most comes first; groups that are not named here keep their order behind. */
const common = ['CO', 'EB', 'HT', 'GB', 'PK', 'LT', 'FS', 'ST', 'PM', 'CV']
const marks: Record<string, string> = {
  CO: '堆',
  EB: '电',
  HT: '抛',
  GB: '垃',
  PK: '停',
  LT: '梯',
  FS: '消',
  ST: '街',
  PM: '物',
  CV: '文',
  CW: '客',
}

/** The one character that stands for a group, where there is no picture. */
export const markOf = (code: string, name: string): string => marks[code.split('.')[0] ?? ''] ?? name.slice(0, 1)

const rank = ({ code }: CategoryGroup) => (common.includes(code) ? common.indexOf(code) : common.length)

/** The two levels of categories; the last ones known are kept on the phone, so a report can be written without a network. */
export class CategoriesStore {
  readonly groups = new Loadable<CategoryGroup[]>(
    async () => {
      const { items } = await call('GET /report-categories', { query: { town: session.person?.town?.code } })
      keep(keptAs, items)
      return items
    },
    recall<CategoryGroup[] | null>(keptAs, null),
  )

  constructor() {
    makeAutoObservable(this)
  }

  /** What a resident may report, the most common first. */
  get offered(): CategoryGroup[] {
    return [...(this.groups.value ?? [])]
      .map((group) => ({ ...group, categories: group.categories.filter((category) => category.byResidents) }))
      .filter((group) => group.categories.length > 0)
      .sort((one, other) => rank(one) - rank(other))
  }

  /** Offered categories whose name, or whose group's name, holds the words. */
  search(words: string): Category[] {
    const wanted = words.trim()
    return this.offered.flatMap((group) =>
      group.categories.filter(({ name }) => name.includes(wanted) || (group.name.includes(wanted) && wanted !== '')),
    )
  }

  find(code: string): Category | undefined {
    return this.groups.value?.flatMap((group) => group.categories).find((category) => category.code === code)
  }
}

export const categories = new CategoriesStore()
