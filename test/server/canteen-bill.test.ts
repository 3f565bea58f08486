import fc from 'fast-check'
import { type GuestStatus, guestStatuses, type Mode, modes } from '../../contract/canteen'
import { type Billing, billOf, discountOf, type Facts, type Tier } from '../../server/services/canteen/rules-bill'

const today = '2026-11-24'
const aged = (age: number, ...statuses: GuestStatus[]): Facts => ({ birthday: `${2026 - age}-11-24`, statuses })

const discount = (code: string, minAge: number, maxAge: number | null, percent: number): Tier => ({
  ...{ code, kind: 'discount', label: code, minAge, maxAge, percent, needs: ['district'], modes },
  ...{ amountFen: null, thresholdFen: 0, thresholdOn: 'before', perDayFen: null },
})
const subsidy = (
  code: string,
  minAge: number,
  maxAge: number | null,
  amountFen: number,
  thresholdFen: number,
  also: GuestStatus[] = [],
): Tier => ({
  ...{ code, kind: 'subsidy', label: code, minAge, maxAge, percent: null, needs: ['district', 'hukou', ...also], modes: ['eat_in'] },
  ...{ amountFen, thresholdFen, thresholdOn: 'before', perDayFen: amountFen },
})
/** 甘泉路街道, Putuo, notice of 2025-12-22. */
const putuo: readonly Tier[] = [
  discount('9折', 60, 79, 90),
  discount('85折', 80, null, 85),
  subsidy('A', 60, null, 500, 800, ['low_income']),
  subsidy('B', 60, 79, 200, 1500),
  subsidy('C', 80, null, 300, 1500),
]
const bill = (totalFen: number, facts: Facts | null, changes: Partial<Billing> = {}) =>
  billOf({ totalFen, facts, day: today, mode: 'eat_in', usedFen: 0, tiers: putuo, ...changes })

const local = ['district', 'hukou'] as const
const poor = [...local, 'low_income'] as const

describe('the notice of 甘泉路街道, in fen', () => {
  test.each([
    ['nobody has checked any papers', 1000, null, 1000, []],
    ['aged 59', 1000, aged(59, ...poor), 1000, []],
    ['aged 60, elsewhere in the city', 1000, aged(60, 'hukou', 'low_income'), 1000, []],
    ['aged 60, 1000 x 90 %', 1000, aged(60, 'district'), 900, [-100]],
    ['aged 79, 1000 x 90 %', 1000, aged(79, 'district'), 900, [-100]],
    ['aged 80, 1000 x 85 %', 1000, aged(80, 'district'), 850, [-150]],
    ['aged 101, 1000 x 85 %', 1000, aged(101, 'district'), 850, [-150]],
    ['A aged 60 below 8 yuan, 799 x 90 % = 719.1', 799, aged(60, ...poor), 719, [-80]],
    ['A aged 60 at 8 yuan, 800 x 90 % - 500', 800, aged(60, ...poor), 220, [-80, -500]],
    ['A aged 85 at 8 yuan, 800 x 85 % - 500', 800, aged(85, ...poor), 180, [-120, -500]],
    ['A aged 65 at 15 yuan, not B as well, 1500 x 90 % - 500', 1500, aged(65, ...poor), 850, [-150, -500]],
    ['A aged 80 at 15 yuan, not C as well, 1500 x 85 % - 500', 1500, aged(80, ...poor), 775, [-225, -500]],
    ['A without hukou, 800 x 90 %', 800, aged(65, 'district', 'low_income'), 720, [-80]],
    ['B aged 60 below 15 yuan, 1499 x 90 % = 1349.1', 1499, aged(60, ...local), 1349, [-150]],
    ['B aged 60 at 15 yuan, 1500 x 90 % - 200', 1500, aged(60, ...local), 1150, [-150, -200]],
    ['B aged 79 at 15 yuan, 1500 x 90 % - 200', 1500, aged(79, ...local), 1150, [-150, -200]],
    ['C aged 80 below 15 yuan, 1499 x 85 % = 1274.15', 1499, aged(80, ...local), 1274, [-225]],
    ['C aged 80 at 15 yuan, 1500 x 85 % - 300', 1500, aged(80, ...local), 975, [-225, -300]],
    ['C without hukou, 1500 x 85 %', 1500, aged(80, 'district'), 1275, [-225]],
    ['hukou but no longer of the district', 1500, aged(80, 'hukou'), 1500, []],
  ] as const)('when %s, then of %i fen', (_, totalFen, facts, payableFen, lines) => {
    const { lines: shown, ...rest } = bill(totalFen, facts)
    expect({ ...rest, lines: shown.map(({ fen }) => fen) }).toMatchObject({ totalFen, payableFen, lines })
  })

  test.each([['take_away'], ['delivery']] as const)('when C does not eat in (%s), then there is the discount only', (mode) => {
    expect(bill(1500, aged(80, ...local), { mode })).toMatchObject({
      payableFen: 1275,
      lines: [{ label: '85折', fen: -225 }],
      subsidy: null,
    })
  })

  test('when C eats twice on a day, then the subsidy comes once, and on the next day again', () => {
    expect(bill(1500, aged(80, ...local), { usedFen: 300 })).toMatchObject({ payableFen: 1275, subsidy: null })
    expect(bill(1500, aged(80, ...local), { day: '2026-11-25' })).toMatchObject({ payableFen: 975, subsidy: { code: 'C', fen: 300 } })
  })

  test('when part of the day’s subsidy is left, then that part comes: 1275 - (300 - 200)', () => {
    expect(bill(1500, aged(80, ...local), { usedFen: 200 })).toMatchObject({ payableFen: 1175, subsidy: { code: 'C', fen: 100 } })
    expect(bill(1500, aged(80, ...local), { usedFen: 900 })).toMatchObject({ payableFen: 1275, subsidy: null })
  })

  test('when the 60th and the 80th birthday come, then the tier changes on the day, not before', () => {
    const on = (day: string, birthday: string) => bill(1500, { birthday, statuses: [...local] }, { day }).payableFen
    expect([on('2026-11-23', '1966-11-24'), on('2026-11-24', '1966-11-24')]).toEqual([1500, 1150])
    expect([on('2026-11-23', '1946-11-24'), on('2026-11-24', '1946-11-24')]).toEqual([1150, 975])
    // Born on a leap day: 60 on 1 March of a year without one, on the day itself in a year with one.
    expect([on('2026-02-28', '1966-03-01'), on('2028-02-28', '1968-02-29'), on('2028-02-29', '1968-02-29')]).toEqual([1500, 1500, 1150])
    expect([on('2022-02-28', '1942-02-28'), on('2026-02-28', '1944-02-29'), on('2025-02-28', '1945-02-28')]).toEqual([975, 975, 975])
    expect([on('2025-02-28', '1964-02-29'), on('2030-02-28', '1970-02-28')]).toEqual([1150, 1150])
  })

  test('when the bill is shown, then the discount stands before the subsidy, in the tier’s own words', () => {
    expect(bill(1500, aged(80, ...local)).lines).toEqual([
      { kind: 'discount', label: '85折', fen: -225 },
      { kind: 'subsidy', label: 'C', fen: -300 },
    ])
  })

  test('when a person’s discount is told in words, then it is that of the day', () => {
    expect(
      [aged(59, ...poor), aged(60, 'district'), aged(80, 'district'), aged(80, 'hukou'), null].map((facts) =>
        discountOf(putuo, facts, today),
      ),
    ).toEqual([null, '9折', '85折', null, null])
  })
})

describe('what a town may set', () => {
  test.each([
    [5, 5],
    [15, 14],
    [25, 23],
    [95, 86],
    [1, 1],
    [0, 0],
  ])('when %i fen are cut by a tenth, then half a fen goes up: %i', (totalFen, payableFen) => {
    expect(bill(totalFen, aged(60, 'district')).payableFen).toBe(payableFen)
  })

  test('when nothing comes off, then there is no line that says so', () => {
    expect(bill(5, aged(60, 'district')).lines).toEqual([])
    expect(bill(0, aged(80, ...poor)).lines).toEqual([])
  })

  test('when the threshold is held against the price after the discount, then 1500 - 10 % = 1350 is below 15 yuan, 1667 - 10 % = 1500 is not', () => {
    const tiers = putuo.map((tier) => ({ ...tier, thresholdOn: 'after' as const }))
    expect([1500, 1666, 1667].map((totalFen) => bill(totalFen, aged(60, ...local), { tiers }).payableFen)).toEqual([1350, 1499, 1300])
  })

  test('when a discount has a threshold, then it begins there: 2000 x 80 %', () => {
    const tiers = [{ ...discount('8折', 60, null, 80), thresholdFen: 2000 }]
    expect([1999, 2000].map((totalFen) => bill(totalFen, aged(60, 'district'), { tiers }).payableFen)).toEqual([1999, 1600])
  })

  test('when the subsidy is more than there is to pay, then nothing is to pay, and only that much is used of the day', () => {
    const tiers = [discount('9折', 60, null, 90), subsidy('13 -> 9', 60, null, 400, 0)]
    expect(bill(300, aged(60, ...local), { tiers })).toMatchObject({ payableFen: 0, subsidy: { code: '13 -> 9', fen: 270 } })
  })

  test('when a subsidy has no limit for the day, then it comes with each meal', () => {
    const tiers = [{ ...subsidy('每餐', 80, null, 400, 0), perDayFen: null }]
    expect(bill(1300, aged(80, ...local), { tiers, usedFen: 4000 }).payableFen).toBe(900)
  })

  test('when two tiers take the same off, then the one whose code comes first is on the bill', () => {
    const tiers = [discount('Z', 60, null, 90), discount('A', 60, null, 90), discount('M', 60, null, 90)]
    expect(bill(1000, aged(60, 'district'), { tiers }).lines).toEqual([{ kind: 'discount', label: 'A', fen: -100 }])
  })
})

const someTier = fc
  .record({
    code: fc.string({ minLength: 1, maxLength: 4 }),
    percent: fc.option(fc.integer({ min: 1, max: 100 })),
    minAge: fc.integer({ min: 0, max: 90 }),
    years: fc.option(fc.nat(40)),
    needs: fc.subarray([...guestStatuses]),
    modes: fc.subarray([...modes], { minLength: 1 }),
    amountFen: fc.integer({ min: 1, max: 2000 }),
    thresholdFen: fc.nat(3000),
    thresholdOn: fc.constantFrom('before' as const, 'after' as const),
    perDayFen: fc.option(fc.integer({ min: 1, max: 3000 })),
  })
  .map(({ years, amountFen, ...tier }): Tier => {
    const kind = tier.percent === null ? 'subsidy' : 'discount'
    const maxAge = years === null ? null : tier.minAge + years
    return { ...tier, kind, label: tier.code, maxAge, amountFen: kind === 'subsidy' ? amountFen : null }
  })
const someTiers = fc.uniqueArray(someTier, { selector: ({ code }) => code, maxLength: 8 })
const someFacts = fc.option(
  fc.record({ birthday: fc.integer({ min: 30, max: 105 }).map((age) => `${2026 - age}-11-24`), statuses: fc.subarray([...guestStatuses]) }),
)
const someBilling = fc.record({
  totalFen: fc.nat(20_000),
  day: fc.constant(today),
  mode: fc.constantFrom<Mode>(...modes),
  facts: someFacts,
  usedFen: fc.nat(3000),
  tiers: someTiers,
})

describe('whatever the tiers are', () => {
  test('when a bill is made, then its lines add up to the fen, and it is between nothing and the price', () => {
    fc.assert(
      fc.property(someBilling, (billing) => {
        const { totalFen, lines, payableFen } = billOf(billing)
        expect(totalFen + lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(payableFen)
        expect(payableFen).toBeGreaterThanOrEqual(0)
        expect(payableFen).toBeLessThanOrEqual(totalFen)
        for (const { fen } of lines) expect(Number.isInteger(fen) && fen < 0).toBe(true)
        expect(lines.map(({ kind }) => kind)).toEqual(['discount', 'subsidy'].filter((kind) => lines.some((line) => line.kind === kind)))
      }),
    )
  })

  test('when there is a subsidy, then it is one of the person’s tiers and no more than the amount and the rest of the day', () => {
    fc.assert(
      fc.property(someBilling, (billing) => {
        const { subsidy: given, lines } = billOf(billing)
        const line = lines.find(({ kind }) => kind === 'subsidy')
        expect(line?.fen).toBe(given ? -given.fen : undefined)
        if (!given) return
        const tier = billing.tiers.find(({ code }) => code === given.code) as Tier
        expect(given.fen).toBeLessThanOrEqual(tier.amountFen as number)
        if (tier.perDayFen !== null) expect(given.fen).toBeLessThanOrEqual(tier.perDayFen - billing.usedFen)
        expect(tier.modes).toContain(billing.mode)
        expect(billing.facts?.statuses).toEqual(expect.arrayContaining([...tier.needs]))
      }),
    )
  })

  test('when somebody eats all day long, then the subsidies of the day stay within the largest limit', () => {
    const limited = someTiers.map((tiers) => tiers.map((tier) => ({ ...tier, perDayFen: tier.perDayFen ?? 1 })))
    fc.assert(
      fc.property(limited, someFacts, fc.array(fc.nat(5000), { maxLength: 12 }), (tiers, facts, meals) => {
        let usedFen = 0
        for (const totalFen of meals) usedFen += bill(totalFen, facts, { tiers, usedFen }).subsidy?.fen ?? 0
        expect(usedFen).toBeLessThanOrEqual(Math.max(0, ...tiers.map(({ perDayFen }) => perDayFen)))
      }),
    )
  })

  test('when the tiers come in another order, then the bill is the same', () => {
    const shuffled = someBilling.chain((billing) =>
      fc.shuffledSubarray(billing.tiers, { minLength: billing.tiers.length }).map((tiers) => [billing, { ...billing, tiers }] as const),
    )
    fc.assert(fc.property(shuffled, ([one, other]) => expect(billOf(other)).toEqual(billOf(one))))
  })

  test('when no tier has a threshold, then dearer dishes never cost less', () => {
    const free = someBilling.map((billing) => ({ ...billing, tiers: billing.tiers.map((tier) => ({ ...tier, thresholdFen: 0 })) }))
    fc.assert(
      fc.property(free, fc.nat(5000), (billing, moreFen) => {
        expect(billOf({ ...billing, totalFen: billing.totalFen + moreFen }).payableFen).toBeGreaterThanOrEqual(billOf(billing).payableFen)
      }),
    )
  })

  test('when a tier has a threshold, then a fen more may cost 2.99 yuan less: that is what the notice says', () => {
    expect([1499, 1500].map((totalFen) => bill(totalFen, aged(80, ...local)).payableFen)).toEqual([1274, 975])
  })

  test('when somebody shows another paper, then nothing gets dearer', () => {
    fc.assert(
      fc.property(someBilling, fc.constantFrom(...guestStatuses), (billing, status) => {
        const before = {
          ...billing,
          facts: billing.facts ?? { birthday: '1950-01-01', statuses: [] },
          tiers: billing.tiers.filter(({ thresholdOn }) => thresholdOn === 'before'),
        }
        const after = { ...before, facts: { ...before.facts, statuses: [...before.facts.statuses, status] } }
        expect(billOf(after).payableFen).toBeLessThanOrEqual(billOf(before).payableFen)
      }),
    )
  })

  test('when nothing is verified, then the full price is to pay', () => {
    fc.assert(
      fc.property(someBilling, (billing) =>
        expect(billOf({ ...billing, facts: null })).toMatchObject({ lines: [], payableFen: billing.totalFen }),
      ),
    )
  })
})
