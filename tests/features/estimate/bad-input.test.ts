import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GET } from '@/app/api/estimates/route'
import { incomeKinds } from '@/domain/benefit/income-kinds'
import { exampleCase } from '@/features/estimate/example'
import { limits } from '@/features/estimate/limits'
import { curve, estimates, refusal, requestOf, type Answered, type Asking } from './ask'

/*
 * Numbered cases, before the code. What is wrong is named, and never computed:
 *   EB-01 each wrong fact: 422, where it is, which rule, and a sentence in both languages
 *   EB-02 what cannot be read 400, too large 413, no JSON 415, another method 405: each in both languages
 *   EB-03 several faults are all named, at most a hundred
 *   EB-04 whatever JSON comes, the answer is one of these, and never a failure
 *   EB-05 whatever numbers come in a household that is well formed, the amount is a whole number, never below zero
 */
const month = '2025-03'
const adults = [{ age: 48 }]
const one = (more: object) => ({ month, adults, ...more })
const person = (more: object) => ({ month, adults: [{ age: 48, ...more }] })
const income = (more: object) => person({ otherIncome: [{ kind: 'pension', monthlyCents: 0, ...more }] })
const raw = (text: string) => ({ raw: text })

const wrong: readonly (readonly [string, unknown, string, string])[] = [
  ['nothing', null, '', 'object'],
  ['a number', 1, '', 'object'],
  ['a text', 'a', '', 'object'],
  ['no month', { adults }, 'month', 'missing'],
  ['month 2026-13', one({ month: '2026-13' }), 'month', 'month'],
  ['month 2026-00', one({ month: '2026-00' }), 'month', 'month'],
  ['month of a year past all', one({ month: '9999-01' }), 'month', 'month'],
  ['a day for a month', one({ month: '2026-11-01' }), 'month', 'month'],
  ['a month before the tables', one({ month: '2015-12' }), 'month', 'monthBeforeTables'],
  ['two months', one({ month: ['2025-03', '2025-04'] }), 'month', 'text'],
  ['a month as a number', one({ month: 202503 }), 'month', 'text'],
  ['no adults', { month }, 'adults', 'missing'],
  ['empty adults', { month, adults: [] }, 'adults', 'tooFewItems'],
  ['three adults', { month, adults: [...adults, ...adults, ...adults] }, 'adults', 'tooManyItems'],
  ['adults not a list', { month, adults: { age: 48 } }, 'adults', 'list'],
  ['no age', { month, adults: [{}] }, 'adults[0].age', 'missing'],
  ['age 200', person({ age: 200 }), 'adults[0].age', 'tooLarge'],
  ['age -1', person({ age: -1 }), 'adults[0].age', 'tooSmall'],
  ['age 48.5', person({ age: 48.5 }), 'adults[0].age', 'wholeNumber'],
  ['age as text', person({ age: '48' }), 'adults[0].age', 'wholeNumber'],
  ['age null', person({ age: null }), 'adults[0].age', 'wholeNumber'],
  ['an unknown constraint', person({ constraint: 'some' }), 'adults[0].constraint', 'unknownKind'],
  ['an unknown kind', income({ kind: 'lottery' }), 'adults[0].otherIncome[0].kind', 'unknownKind'],
  ['no kind', person({ otherIncome: [{ monthlyCents: 1 }] }), 'adults[0].otherIncome[0].kind', 'missing'],
  ['an unknown status', person({ status: 'tourist' }), 'adults[0].status', 'unknownKind'],
  ['an unknown programme', one({ programme: 'other' }), 'programme', 'unknownKind'],
  ['an unknown field', one({ liquidAssetCents: 1 }), 'liquidAssetCents', 'unknownField'],
  ['an unknown field of an adult', person({ aeg: 1 }), 'adults[0].aeg', 'unknownField'],
  [
    'an amount as text',
    income({ monthlyCents: '1200' }),
    'adults[0].otherIncome[0].monthlyCents',
    'wholeNumber',
  ],
  ['a negative amount', income({ monthlyCents: -1 }), 'adults[0].otherIncome[0].monthlyCents', 'tooSmall'],
  ['half a cent', one({ liquidAssetsCents: 0.5 }), 'liquidAssetsCents', 'wholeNumber'],
  ['too much', person({ netWorkIncomeMonthlyCents: 1e8 }), 'adults[0].netWorkIncomeMonthlyCents', 'tooLarge'],
  ['far below zero', person({ age: -1e300 }), 'adults[0].age', 'tooSmall'],
  [
    'past all numbers',
    person({ netWorkIncomeMonthlyCents: 1e300 }),
    'adults[0].netWorkIncomeMonthlyCents',
    'tooLarge',
  ],
  ['1e400', raw('{"month":"2025-03","adults":[{"age":1e400}]}'), 'adults[0].age', 'wholeNumber'],
  ['a flag as text', one({ subsidisedHousing: 'no' }), 'subsidisedHousing', 'yesOrNo'],
  ['a flag as a number', person({ student: 0 }), 'adults[0].student', 'yesOrNo'],
  ['a flag null', one({ subsidisedHousing: null }), 'subsidisedHousing', 'yesOrNo'],
  ['children not a list', one({ children: 2 }), 'children', 'list'],
  ['a child of 200', one({ children: [{ age: 200 }] }), 'children[0].age', 'tooLarge'],
  [
    'too many children',
    one({ children: Array.from({ length: 21 }, () => ({ age: 5 })) }),
    'children',
    'tooManyItems',
  ],
  ['a day that is none', one({ applicationDay: '2025-02-30' }), 'applicationDay', 'day'],
  ['a day of another month', one({ applicationDay: '2025-04-01' }), 'applicationDay', 'dayOutsideMonth'],
  [
    'a job that ended for more than all work',
    person({ endedWork: { netMonthlyCents: 1, lastedMonths: 1 } }),
    'adults[0].endedWork.netMonthlyCents',
    'endedAboveWork',
  ],
  ['the constructor', one({ constructor: 1 }), 'constructor', 'unknownField'],
]

describe('EB-01 wrong facts', () => {
  it.each(wrong)('%s', async (_name, body, path, rule) => {
    const asking = body && typeof body === 'object' && 'raw' in body ? (body as Asking) : undefined
    for (const send of [estimates, curve]) {
      const found = await refusal(await send(body, asking))
      expect(found).toMatchObject({ status: 422, code: 'invalid' })
      expect(found.errors).toHaveLength(1)
      expect(found.errors[0]).toMatchObject({ path, rule })
      expectWords(found.errors[0]!.text)
    }
  })

  it('names the known kinds, and the first month', async () => {
    const kinds = await refusal(await estimates(income({ kind: 'lottery' })))
    expect(kinds.errors[0]!.text.fr).toContain(incomeKinds.join(', '))
    const early = await refusal(await estimates(one({ month: '2015-12' })))
    expect(early.errors[0]!.text.en).toContain('2016-01')
  })
})

describe('EB-02 what is not looked at', () => {
  const json = { 'Content-Type': 'application/json' }
  it.each([
    ['cut', 400, 'unreadable', { raw: '{"month":' }],
    ['NaN', 400, 'unreadable', { raw: '{"month":"2025-03","adults":[{"age":NaN}]}' }],
    ['empty', 400, 'unreadable', { raw: '' }],
    ['not UTF-8', 400, 'unreadable', { raw: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['deep', 422, 'invalid', { raw: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }],
    ['a form', 415, 'unknown-type', { raw: 'month=2025-03', headers: { 'Content-Type': 'text/plain' } }],
    ['too large', 413, 'too-large', { raw: `"${'x'.repeat(limits.maxBytes)}"`, headers: json }],
  ])('%s: %i', async (_name, status, code, asking) => {
    const found = await refusal(await estimates(null, asking))
    expect(found).toMatchObject({ status, code })
    expectWords(found.errors[0]!.text)
  })

  it('another method', async () => {
    const response = await GET(requestOf('/api/estimates', 1))
    expect(response.headers.get('allow')).toBe('POST, OPTIONS')
    expect(await refusal(response)).toMatchObject({ status: 405, code: 'wrong-method' })
  })
})

describe('EB-03 many faults', () => {
  it('names each', async () => {
    const found = await refusal(await estimates({ month: 'x', adults: [{ age: 200, aeg: 1 }], other: 1 }))
    expect(found.errors.map(({ path, rule }) => `${path} ${rule}`).sort()).toEqual([
      'adults[0].aeg unknownField',
      'adults[0].age tooLarge',
      'month month',
      'other unknownField',
    ])
  })

  it('stops at a hundred, and cuts a name that is no name', async () => {
    const names = Array.from({ length: 5_000 }, (_, index) => [`f${index}`, 1] as const)
    const many = await refusal(await estimates({ ...Object.fromEntries(names), month, adults }))
    expect(many.errors).toHaveLength(100)
    const long = await refusal(await estimates(one({ ['x'.repeat(10_000)]: 1 })))
    expect(long.errors[0]!.path.length).toBeLessThan(100)
  })
})

const statuses = [200, 400, 413, 415, 422, 429]

/** Any value where a fact belongs: right, nearly right, or anything. */
const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 5, 17, 18, 48, 64, 65, 110, 111, 99_999_999, 1e8, -1, 0.5) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(true, false, null, '', 'none', 'severe', 'pension', '2025-03', '2025-03-10'),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)
const anyFields = (names: readonly string[]) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), anyValue), { maxLength: 6, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries))
const anyAdult = anyFields([
  'age',
  'constraint',
  'status',
  'student',
  'otherIncome',
  'absence',
  'endedWork',
  'netWorkIncomeMonthlyCents',
  'parentalContributionMonthlyCents',
  'pregnantWeeks',
  '__proto__',
])
const anyCase = fc
  .tuple(
    anyFields([
      'month',
      'children',
      'liquidAssetsCents',
      'property',
      'programme',
      'applicationDay',
      'toCents',
    ]),
    fc.array(anyAdult, { maxLength: 3 }),
  )
  .map(([facts, people]) => ({ month, adults: people.map((adult) => ({ age: 40, ...adult })), ...facts }))

describe('EB-04 whatever JSON comes', () => {
  it('is answered, never a failure', async () => {
    const seen = new Set<number>()
    const anything = fc.oneof(anyCase, fc.array(anyCase, { maxLength: 3 }), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        for (const send of [estimates, curve]) {
          const { status } = await send(body)
          seen.add(status)
          expect(statuses).toContain(status)
        }
      }),
      { numRuns: 1_500, seed: 15 },
    )
    expect(seen).toEqual(new Set([200, 422]))
  })

  it('is answered too when its bytes are spoilt', async () => {
    const text = JSON.stringify(exampleCase)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.string({ maxLength: 5 }), async (at, junk) => {
        const { status } = await estimates(null, raw(text.slice(0, at) + junk + text.slice(at + junk.length)))
        expect(statuses).toContain(status)
      }),
      { numRuns: 500, seed: 15 },
    )
  })
})

describe('EB-05 whatever numbers come', () => {
  const amount = fc.oneof(fc.nat(300_000), fc.constantFrom(0, 1, 99_999_999))
  const flag = fc.boolean()
  const maybe = fc.option(flag)
  const adult = fc.record(
    {
      age: fc.nat(110),
      constraint: fc.constantFrom('none', 'temporary', 'severe'),
      netWorkIncomeMonthlyCents: amount,
      netSelfEmploymentMonthlyCents: amount,
      otherIncome: fc.array(fc.record({ kind: fc.constantFrom(...incomeKinds), monthlyCents: amount }), {
        maxLength: 3,
      }),
      student: maybe,
      livesWithParent: maybe,
      dependsOnParents: maybe,
      hasHadAssistance: maybe,
      inCustody: flag,
      sheltered: flag,
      pregnantWeeks: fc.nat(45),
      severeMonthsOfLast72: fc.nat(72),
      parentalContributionMonthlyCents: fc.option(amount),
      status: fc.constantFrom('citizen', 'refugeeClaimant', 'temporaryResident', 'none', null),
    },
    { requiredKeys: ['age'] },
  )
  const household = fc.record(
    {
      month: fc.constantFrom(
        '2016-01',
        '2018-02',
        '2020-03',
        '2024-12',
        '2025-01',
        '2026-11',
        '2030-01',
        '2199-12',
      ),
      adults: fc.array(adult, { minLength: 1, maxLength: 2 }),
      children: fc.array(fc.record({ age: fc.nat(30), custodyPercent: fc.nat(100) }), { maxLength: 4 }),
      liquidAssetsCents: fc.option(amount),
      monthsOnAssistance: fc.nat(100),
      subsidisedHousing: flag,
      property: fc.option(fc.record({ residenceCents: amount, otherCents: amount }, { requiredKeys: [] })),
      programme: fc.constantFrom(
        null,
        'socialAssistance',
        'socialSolidarity',
        'basicIncome',
        'aimForEmployment',
      ),
      recoveryWithholdingMonthlyCents: amount,
      shelterAllowanceMonthlyCents: amount,
      sharesDwelling: flag,
    },
    { requiredKeys: ['month', 'adults'] },
  )
  const withDay = fc
    .tuple(household, fc.option(fc.integer({ min: 1, max: 28 })))
    .map(([asked, day]) =>
      day ? { ...asked, applicationDay: `${asked.month}-${String(day).padStart(2, '0')}` } : asked,
    )

  it('the amount is a whole number, never below zero, the sum of its lines, every sentence whole', async () => {
    let amounts = 0
    await fc.assert(
      fc.asyncProperty(withDay, async (asked) => {
        const response = await estimates(asked)
        expect(response.status).toBe(200)
        const answer = (await response.json()) as Answered
        expect(answer.benefit === null).toBe(answer.noBenefit !== null)
        if (answer.benefit) {
          amounts += 1
          const { monthlyCents, lines } = answer.benefit
          expect(Number.isSafeInteger(monthlyCents) && monthlyCents >= 0).toBe(true)
          expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(monthlyCents)
        }
        for (const { text } of [
          ...(answer.benefit?.lines ?? []),
          ...answer.eligibility.reasons,
          ...answer.eligibility.questions,
          ...(answer.noBenefit ? [answer.noBenefit] : []),
        ]) {
          expectWords(text)
        }
      }),
      { numRuns: 2_000, seed: 15 },
    )
    expect(amounts).toBeGreaterThan(100)
  })
})

/** A sentence, in both languages: no hole, no name of a text, no mark of ours. */
function expectWords({ fr, en }: { fr: string; en: string }) {
  for (const text of [fr, en]) {
    expect(text).toMatch(/\s/)
    expect(text).not.toMatch(
      /[{}<>\uE000\uE001]|undefined|NaN|estimates\.error|benefit\.line|benefit\.refusal|eligibility\.[rq]/,
    )
  }
  expect(fr).not.toBe(en)
}
