import type { SortingItem } from '../../../contract/sorting'

/** How well an item answers to what was typed, the lowest the best; null where it does not. */
function distance({ name, pinyin, initials }: SortingItem, said: string): number | null {
  if (name === said) return 0
  if (name.startsWith(said)) return 1
  if (pinyin === said || initials === said) return 2
  if (name.includes(said)) return 3
  if (pinyin.startsWith(said) || initials.startsWith(said)) return 4
  // somewhere in the middle: one letter would be everywhere
  if (said.length > 1 && initials.includes(said)) return 5
  if (said.length > 2 && pinyin.includes(said)) return 5
  // more was typed than the thing is called: 奶茶杯子
  return name.length > 1 && said.includes(name) ? 6 : null
}

/** The items that some words mean, by name, pinyin or initials, the nearest first. */
export function findItems(items: readonly SortingItem[], words: string): SortingItem[] {
  const said = words.replace(/\s/g, '').toLowerCase()
  if (said === '') return []
  return items
    .flatMap((item) => {
      const far = distance(item, said)
      return far === null ? [] : [{ item, far }]
    })
    .sort((one, other) => one.far - other.far || one.item.name.length - other.item.name.length)
    .map(({ item }) => item)
}
