/** Village companies and enterprises. All invented, as their names say; the villages are real. */
export interface BoardUnitFact {
  readonly town: string
  readonly kind: 'village_company' | 'enterprise'
  readonly code: string
  readonly name: string
  /** The village whose reports count for its company. */
  readonly area?: string
}

const xinhong = '310112008'
const hongqiao = '310112107'

const company = (area: string, village: string): BoardUnitFact => ({
  ...{ town: area.slice(0, 9), kind: 'village_company', code: `VC-${area}`, name: `${village}实业公司（示例）`, area },
})
const invented = (town: string, kind: BoardUnitFact['kind'], ...names: readonly string[]): BoardUnitFact[] => {
  const prefix = kind === 'enterprise' ? 'ENT' : 'VC'
  return names.map((name, at) => ({ town, kind, code: `${prefix}-${town}-${String(at + 1).padStart(2, '0')}`, name: `${name}（示例）` }))
}

export const boardUnits: readonly BoardUnitFact[] = [
  company('310112008202', '光华村'),
  company('310112008203', '范巷村'),
  company('310112008206', '红星村'),
  company('310112008209', '新家弄村'),
  company('310112008210', '陶家角村'),
  ...invented(xinhong, 'enterprise', '枢纽一号楼', '云杉酒店', '青禾超市', '申贵路菜场', '航华小学食堂', '北翼商务楼'),
  ...invented(hongqiao, 'village_company', '东畔实业公司', '西畔实业公司', '井亭实业公司', '吴中实业公司', '先锋实业公司'),
  ...invented(hongqiao, 'enterprise', '麦浪广场', '紫藤酒店', '古北便利店', '龙柏菜场', '虹莘路餐饮街', '金汇写字楼', '红松超市'),
]
