import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '@/domain/calendar'
import { otherIncomeKinds } from '@/domain/statement/answers'
import { assumedIn, caseOf } from '@/features/estimator/case-of'
import type { Draft } from '@/features/estimator/draft'
import { type Field, incomeKinds, questionNames, unaskedKinds } from '@/features/estimator/form'
import { fieldsOf, journeyOf, mergeAnswers, nextQuestion } from '@/features/estimator/journey'
import { errorsIn, readAges } from '@/features/estimator/reading'
import { resultOf } from '@/features/estimator/result'
import { answering, anything, walk } from './walk'

/*
 * Numbered cases, before the code:
 *   ES-01 a single adult without income answers 9 questions, with work 10
 *   ES-02 a couple with children and work: at most 12 pages
 *   ES-03 every branch ends at a result, no page is asked twice, every page and every choice is met
 *   ES-04 what cannot be read is told, and kept as typed
 *   ES-05 changing one answer asks only what it makes necessary, and forgets what it makes idle
 *   ES-06 "I do not know" everywhere leads to an answer that says what to check, with an amount
 *   ES-08 a refusal shows no amount, but for income alone, where the calculation is the explanation
 *   ES-07 the case says what was answered, and nothing that was not
 */
const today = day('2026-11-24')

describe('what is asked', () => {
  it('ES-01 few questions for a single adult', () => {
    const idle = walk(answering())
    expect(idle.pages).toEqual([
      'household',
      'age',
      'status',
      'studies',
      'health',
      'income',
      'money',
      'property',
      'aid',
    ])
    expect(idle.asked).toHaveLength(9)
    const working = walk(answering({ income: 'work', work: '600' }))
    expect(working.asked).toHaveLength(10)
    expect(working.asked.length).toBeLessThan(12)
  })

  it('ES-02 at most 12 pages for a couple with children and work', () => {
    const { pages } = walk(answering({ home: ['partner', 'children'], income: 'work', work: '600' }))
    expect(pages).toHaveLength(12)
  })

  it('ES-03 every branch ends at a result', () => {
    const met = new Set<string>()
    const choices = new Set<string>()
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), (numbers) => {
        const random = () => numbers.next().value as number
        const { pages, draft } = walk((field) => anything(field, random))
        for (const page of pages) {
          met.add(page)
          for (const field of fieldsOf(page, draft))
            if ('choices' in field)
              for (const choice of (draft[field.name] ?? '').split(' '))
                choices.add(`${field.name}.${choice}`)
        }
        expect(pages).toEqual(journeyOf(draft))
        const result = resultOf(draft, today)
        expect(['eligible', 'ineligible', 'incomplete', 'nextMonth']).toContain(result.outcome)
        if (result.outcome === 'ineligible') expect(result.reasons.length).toBeGreaterThan(0)
        if (result.outcome === 'incomplete')
          expect(result.questions.length + result.assumed.length).toBeGreaterThan(0)
      }),
      { numRuns: 1_500, seed: 15 },
    )
    expect([...met].sort()).toEqual([...questionNames].sort())
    for (const field of [
      'home',
      'couple',
      'status',
      'otherStatus',
      'health2',
      'income',
      'property',
      'aid',
      'severity',
    ])
      for (const choice of fieldNamed(field).choices) expect(choices).toContain(`${field}.${choice}`)
  })

  it('asks of every kind of income, or says why not', () => {
    expect([...incomeKinds, ...Object.keys(unaskedKinds)].sort()).toEqual([...otherIncomeKinds].sort())
  })
})

describe('what is read', () => {
  const problems = (question: Parameters<typeof fieldsOf>[0], draft: Draft) =>
    errorsIn(draft, fieldsOf(question, draft)).map(({ field, problem }) => `${field} ${problem}`)

  it.each([
    ['household', {}, ['home choices.required']],
    ['household', { home: 'nobody others' }, ['home choices.alone']],
    ['household', { home: 'elsewhere' }, ['home choices.required']],
    ['age', {}, ['age age.required']],
    ['age', { age: 'quarante' }, ['age age.format']],
    ['age', { age: '200' }, ['age age.format']],
    ['age', { age: '-40' }, ['age age.format']],
    ['age', { age: '٤٢' }, []],
    ['money', { liquid: '' }, ['liquid money.required']],
    ['money', { liquid: '-5' }, ['liquid money.negative']],
    ['money', { liquid: '1e400' }, ['liquid money.format']],
    ['money', { liquid: '1 234,56' }, []],
    ['money', { liquidUnknown: 'yes' }, []],
    ['money', { liquid: '5', liquidUnknown: 'yes' }, ['liquid money.both']],
    ['property', { property: 'nothing home' }, ['property choices.alone']],
    ['status', { status: '__proto__' }, ['status choice.required']],
  ] as const)('ES-04 %s %j', (question, draft, told) => {
    expect(problems(question, draft)).toEqual(told)
  })

  it.each([
    ['4, 9 et 13', [4, 9, 13]],
    ['4 and 9 years', [4, 9]],
    ['0', [0]],
    ['4,9', [4, 9]],
    ['1.', [1]],
  ])('ES-04 reads ages as people write them: %s', (typed, ages) => {
    expect(readAges(typed).value).toEqual(ages)
  })

  it.each(['quatre', '4;-1', '4.5', '31', '2019', ',', 'et', '1'.repeat(400)])(
    'ES-04 asks again for %s',
    (typed) => {
      expect(readAges(typed).problem).toBe('ages.format')
    },
  )

  it('ES-04 keeps what was typed, right or wrong, and nothing we never asked', () => {
    const draft = mergeAnswers({}, 'household', {
      home: ['children', 'others'],
      role: 'agent',
      __proto__: 'x',
    })
    expect(draft).toEqual({ home: 'children others' })
    const wrong = mergeAnswers(draft, 'children', { childAges: 'quatre' })
    expect(wrong).toEqual({ home: 'children others', childAges: 'quatre' })
    expect(nextQuestion(wrong)).toBe('children')
  })
})

describe('changing one answer', () => {
  const { draft } = walk(answering({ home: ['partner'], income: ['work'], work: '500', work2: '300' }))

  it('ES-05 asks only what it makes necessary', () => {
    expect(nextQuestion(draft)).toBeNull()
    const more = mergeAnswers(draft, 'income', { income: ['work', 'pension'] })
    expect(nextQuestion(more)).toBe('amounts')
    expect(more['work2']).toBe('300')
    expect(
      nextQuestion(mergeAnswers(more, 'amounts', { work: '500', work2: '300', pension: '10' })),
    ).toBeNull()
  })

  it('ES-05 forgets what it makes idle', () => {
    const alone = mergeAnswers(draft, 'household', { home: 'nobody' })
    expect(Object.keys(alone).filter((name) => name.endsWith('2'))).toEqual([])
    expect(alone).not.toHaveProperty('couple')
    expect(nextQuestion(alone)).toBeNull()
    const idle = mergeAnswers(alone, 'income', { income: 'nothing' })
    expect(idle).not.toHaveProperty('work')
  })
})

describe('what the answers become', () => {
  it('ES-06 not knowing leads to what to check, with an amount', () => {
    const unknown = (field: Field) =>
      'choices' in field && field.choices.includes('unknown')
        ? 'unknown'
        : answering({ age: '22' })(field, 'age')
    const { draft } = walk(unknown)
    const result = resultOf({ ...draft, liquid: '', liquidUnknown: 'yes' }, today)
    expect(result.outcome).toBe('incomplete')
    expect(result.questions.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['status', 'student', 'dependsOnParents', 'liquidAssets', 'property']),
    )
    expect(result.assumed).toEqual(['health'])
    expect(result.whole.benefit).toMatchObject({ computed: true, totalCents: 84_500 })
  })

  it.each([
    ['yes', 'eligible', []],
    ['no', 'incomplete', ['parentalContribution']],
    ['unknown', 'incomplete', ['dependsOnParents']],
  ])('ES-06 someone of 22 who has lived by themself: %s', (independence, outcome, codes) => {
    const result = resultOf(walk(answering({ age: '22', independence })).draft, today)
    expect(result.outcome).toBe(outcome)
    expect(result.questions.map(({ code }) => code)).toEqual(codes)
    expect(result.papers.includes('parents')).toBe(independence !== 'yes')
  })

  it('ES-08 refused for the money at hand: no amount, no curve', () => {
    const result = resultOf(walk(answering({ liquid: '1200' })).draft, today)
    expect(result.outcome).toBe('ineligible')
    expect(result.reasons.map(({ code }) => code)).toEqual(['liquidAssetsAboveLimit'])
    expect([result.whole.benefit, result.first?.benefit, result.curve]).toEqual([null, null, []])
  })

  it('ES-08 too late in the month for someone with income: next month, and its amount', () => {
    const working = walk(answering({ income: 'work', work: '400' })).draft
    const late = resultOf(working, today)
    expect(late.outcome).toBe('nextMonth')
    expect(late.reasons.map(({ code }) => code)).toEqual(['incomeAboveDaysLeft'])
    expect(late.whole).toMatchObject({ month: '2026-12', benefit: { totalCents: 69_500 } })
    expect(late.first).toMatchObject({ month: '2026-11', benefit: { totalCents: 0 } })
    expect(resultOf(working, day('2026-11-02')).outcome).toBe('eligible')
  })

  it('ES-08 refused for income alone: the calculation, and the curve', () => {
    const result = resultOf(walk(answering({ income: 'work', work: '1500' })).draft, today)
    expect(result.outcome).toBe('ineligible')
    expect(result.reasons.map(({ code }) => code)).toEqual(['incomeAboveNeeds'])
    expect(result.whole.benefit).toMatchObject({ computed: true, totalCents: 0 })
    expect(result.curve.length).toBeGreaterThan(10)
  })

  it('ES-07 a couple with two children, work and a pension', () => {
    const { draft } = walk(
      answering({
        home: ['partner', 'children', 'parent'],
        childAges: '3, 19',
        age: '30',
        age2: '58',
        health2: 'temporary',
        income: ['work', 'pension'],
        work: '500,50',
        work2: '0',
        pension: '100',
        liquid: '1 200',
        property: ['vehicle'],
        vehicleValue: '4000',
        aid: 'long',
      }),
    )
    const household = caseOf(draft, '2026-12' as never, null)
    expect(household.adults).toMatchObject([
      {
        age: 30,
        constraint: 'none',
        status: 'citizen',
        livesWithParent: true,
        netWorkIncomeMonthlyCents: 50_050,
        otherIncome: [{ kind: 'pension', monthlyCents: 10_000 }],
        hasHadAssistance: true,
        dependsOnParents: false,
      },
      { age: 58, constraint: 'temporary', netWorkIncomeMonthlyCents: 0, otherIncome: [] },
    ])
    expect(household.children).toMatchObject([
      { age: 3, student: false },
      { age: 19, student: true },
    ])
    expect(household).toMatchObject({
      liquidAssetsCents: 120_000,
      monthsOnAssistance: 6,
      property: { residenceCents: 0, otherCents: 0, vehicles: [{ valueCents: 400_000 }] },
    })
    expect(assumedIn(draft)).toEqual([])
  })

  it('ES-07 the month of application for who applies, the next month for who is paid already', () => {
    const applying = resultOf(walk(answering()).draft, today)
    // Seven days are left of November, the day of application with them.
    expect(applying.first).toMatchObject({ month: '2026-11', benefit: { totalCents: 19_717 } })
    expect(applying.whole).toMatchObject({ month: '2026-12', benefit: { totalCents: 84_500 } })
    const paid = resultOf(walk(answering({ aid: 'long' })).draft, today)
    expect(paid.first).toBeNull()
    // Six months of aid, alone, without subsidy: the single-adult adjustment.
    expect(paid.whole).toMatchObject({ month: '2026-12', benefit: { totalCents: 89_500 } })
  })

  it('ES-07 the curve begins at the aid without pay, and goes past its end', () => {
    const { curve } = resultOf(walk(answering()).draft, today)
    expect(curve[0]).toEqual({ workCents: 0, aidCents: 84_500, totalCents: 84_500 })
    // 600 $ of net pay: 400 $ counts, 25 % of it comes back (rules e.3).
    expect(curve.find(({ workCents }) => workCents === 60_000)).toMatchObject({
      aidCents: 54_500,
      totalCents: 114_500,
    })
    expect(curve.at(-1)!.aidCents).toBe(0)
  })
})

const fieldNamed = (name: string): Extract<Field, { choices: readonly string[] }> => {
  const draft = {
    home: 'partner',
    couple: 'married',
    status: 'other',
    status2: 'other',
    health: 'severe',
    aid: 'long',
  }
  const all = questionNames.flatMap((question) => fieldsOf(question, draft))
  return all.find((field) => field.name === name) as Extract<Field, { choices: readonly string[] }>
}
