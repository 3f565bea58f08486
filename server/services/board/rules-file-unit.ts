import { plain } from '../../shared/table-file'
import { isFormula, shown } from './rules-file-row'
import { nearestName } from './rules-nearest'
import type { NamedUnit } from './rules-rank'

/** So often the nearest name is looked for; more faults are not told anyway. */
const mostNearest = 50

/** Finds the units of a board by what a file calls them: their code, or exactly their name. */
export class UnitFinder {
  private readonly byCode: ReadonlyMap<string, NamedUnit>
  private readonly byName = new Map<string, NamedUnit[]>()
  private looked = 0

  /** `codeOf`: what a unit is called outside. */
  constructor(
    units: readonly NamedUnit[],
    private readonly codeOf: (unit: NamedUnit) => string,
  ) {
    this.byCode = new Map(units.map((unit) => [codeOf(unit), unit]))
    for (const unit of units) this.byName.set(unit.name, [...(this.byName.get(unit.name) ?? []), unit])
  }

  /** The unit that a row means by its code or name, and by its name beside the code where there is one; or what is wrong, in Chinese. */
  find(written: string, beside: string): NamedUnit | string {
    if (written === '' && beside !== '') return this.find(beside, '')
    if (written === '') return '没有写是哪个单位'
    if (isFormula(written)) return `“${shown(written)}”是公式，请只写单位的编号或名称`
    const unit = this.byCode.get(written) ?? this.byCode.get(plain(written))
    if (unit) return this.contradiction(unit, written, beside) ?? unit
    const named = this.byName.get(written) ?? []
    if (named.length > 1) return `有 ${named.length} 个“${shown(written)}”，请写编号`
    return named[0] ?? this.unknown(written, beside)
  }

  /** The code of one unit and the name of another: rows have slipped. */
  private contradiction(unit: NamedUnit, code: string, name: string): string | undefined {
    if (name === '' || name === unit.name || !this.byName.has(name)) return undefined
    return `编号 ${shown(code)} 是“${unit.name}”，旁边写的是“${shown(name)}”`
  }

  private unknown(written: string, beside: string): string {
    const meant = this.byName.get(beside)?.[0]
    if (meant) return `没有“${shown(written)}”，是不是“${this.codeOf(meant)}”（${meant.name}）？`
    this.looked += 1
    const nearest = this.looked <= mostNearest ? nearestName(written, this.byName.keys()) : undefined
    return nearest ? `没有“${shown(written)}”，是不是“${nearest}”？` : `没有“${shown(written)}”这个单位`
  }
}
