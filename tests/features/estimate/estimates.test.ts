import { describe, expect, it } from 'vitest'
import { OPTIONS, GET } from '@/app/api/estimates/route'
import { answerSchema, curveAnswerSchema } from '@/features/estimate/answer-schema'
import { exampleCase, exampleCurve } from '@/features/estimate/example'
import { limits } from '@/features/estimate/limits'
import { answered, curve, estimates, refusal, requestOf, type Answered } from './ask'

/*
 * Numbered cases, before the code. The open API of estimates, at its door:
 *   EA-01 the published example is answered in the published form, eligible, its lines adding up
 *   EA-02 nothing but a month and an adult is needed; every default is the value written in the schema
 *   EA-03 a list is answered in its order, from 1 to 1,000 households; 0, 1,001 and 10,001 are refused, not too large
 *   EA-04 a fact not known makes the answer incomplete and is asked for; it never becomes a number
 *   EA-05 an amount nobody knows is said so in words: no number, and why
 *   EA-06 past the last month verified, the answer says it is provisional
 *   EA-07 no cookie is read or given, any site may ask, a browser's question beforehand is answered
 *   EA-08 no database: this file has no configuration at all
 *   EA-09 an address that asks too often waits, is told how long in both languages, and others do not wait
 *   EA-10 a curve has a point for each step from zero to the end, each equal to the estimate of that income
 *   EA-11 no answer has a sentence with a hole or the name of a text in it
 */
const alone = (more: object = {}, facts: object = {}) => ({
  month: '2025-03',
  adults: [{ age: 48, ...more }],
  ...facts,
})

describe('EA-01 the published example', () => {
  it('is answered in the published form', async () => {
    const response = await estimates(exampleCase)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const answer = (await response.json()) as Answered
    expect(answer).toMatchObject({ month: '2025-03', programme: 'socialAssistance', provisional: false })
    expect(answer.eligibility.outcome).toBe('eligible')
    const { monthlyCents, lines } = answer.benefit!
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(monthlyCents)
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining(['code', 'cents', 'source', 'confidence', 'text']),
      )
      expect(line.text.fr).not.toBe(line.text.en)
    }
    // Base of 2025, and its adjustment: the child is 5, the adult is not alone.
    expect(monthlyCents).toBe(784_00 + 45_00)
    // Nothing is answered that the document does not describe.
    expect(answerSchema.parse(answer)).toEqual(answer)
  })
})

describe('EA-02 defaults', () => {
  it('answers a month and an adult like the same household in every detail', async () => {
    const whole = alone(
      {
        constraint: 'none',
        netWorkIncomeMonthlyCents: 0,
        otherIncome: [],
        student: false,
        livesWithParent: false,
        status: 'citizen',
        livesInQuebec: true,
        emancipated: false,
        inCustody: false,
        inReligiousCommunity: false,
        sheltered: false,
        pregnantWeeks: 0,
        severeMonthsOfLast72: 0,
        hasHadAssistance: true,
        absence: null,
        endedWork: null,
        netSelfEmploymentMonthlyCents: 0,
        parentalContributionMonthlyCents: 0,
        dependsOnParents: false,
      },
      {
        children: [],
        liquidAssetsCents: 0,
        monthsOnAssistance: 0,
        subsidisedHousing: false,
        applicationDay: null,
        programme: null,
        property: { residenceCents: 0, otherCents: 0, vehicles: [] },
        givenAway: [],
        comesFromOtherProgramme: false,
        sharesDwelling: false,
        shelterAllowanceMonthlyCents: 0,
        recoveryWithholdingMonthlyCents: 0,
      },
    )
    const answer = await answered(alone())
    expect(answer).toEqual(await answered(whole))
    expect(answer.eligibility.outcome).toBe('eligible')
  })
})

describe('EA-03 lists', () => {
  it('answers in the order asked', async () => {
    const ages = [48, 20, 60, 35]
    const response = await estimates(ages.map((age) => alone({ age })))
    const list = (await response.json()) as Answered[]
    expect(list).toEqual(await Promise.all(ages.map((age) => answered(alone({ age })))))
    expect(new Set(list.map((one) => one.benefit?.monthlyCents)).size).toBeGreaterThan(1)
  })

  it('takes a thousand', async () => {
    const response = await estimates(Array.from({ length: 1_000 }, () => exampleCase))
    expect(response.status).toBe(200)
    expect((await response.json()) as Answered[]).toHaveLength(1_000)
  })

  it.each([
    [0, 'tooFewItems'],
    [1_001, 'tooManyCases'],
    [10_001, 'tooManyCases'],
  ])('refuses %i, not as too large', async (count, rule) => {
    const found = await refusal(await estimates(Array.from({ length: count }, () => exampleCase)))
    expect(found).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: '', rule }] })
  })

  it('names the household at fault', async () => {
    const found = await refusal(await estimates([alone(), alone({ age: 200 })]))
    expect(found.errors).toMatchObject([{ path: '[1].adults[0].age', rule: 'tooLarge' }])
  })
})

describe('EA-04 facts not known', () => {
  it.each([
    ['status', alone({ status: null })],
    ['livesInQuebec', alone({ livesInQuebec: null })],
    ['student', alone({ student: null })],
    ['liquidAssets', alone({}, { liquidAssetsCents: null, applicationDay: '2025-03-10' })],
  ])('%s', async (code, asked) => {
    const answer = await answered(asked)
    expect(answer.eligibility.outcome).toBe('incomplete')
    expect(answer.eligibility.questions.map((one) => one.code)).toContain(code)
    expect(answer).toMatchObject({ programme: null, benefit: null, noBenefit: { code: 'incomplete' } })
  })
})

describe('EA-05 amounts nobody knows', () => {
  it('says so of a couple on Social Solidarity in 2020', async () => {
    const couple = {
      month: '2020-03',
      adults: [
        { age: 40, constraint: 'severe' },
        { age: 41, constraint: 'severe' },
      ],
    }
    const answer = await answered(couple)
    expect(answer.benefit).toBeNull()
    expect(answer.noBenefit!.code).toBe('noRate')
    expect(answer.noBenefit!.text.fr).toContain('Appelez votre bureau')
    expect(answer.noBenefit!.text.en).toContain('office')
  })
})

it('EA-06 past the last month verified, the answer is provisional', async () => {
  expect((await answered(alone())).provisional).toBe(false)
  expect((await answered({ ...alone(), month: '2027-01' })).provisional).toBe(true)
})

describe('EA-07 any site, no cookie', () => {
  it('answers every origin, whatever cookie comes', async () => {
    const headers = { Origin: 'https://groupe.example', Cookie: 'quinze=aaaa' }
    for (const response of [await estimates(exampleCase, { headers }), await estimates(1, { headers })]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(response.headers.get('cache-control')).toBe('private, no-store')
    }
  })

  it('answers what a browser asks beforehand', async () => {
    const response = await OPTIONS()
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'Content-Type',
    })
  })
})

it('EA-08 the endpoints need no database', async () => {
  expect(process.env['DATABASE_URL']).toBeUndefined()
  expect((await estimates(exampleCase)).status).toBe(200)
  expect((await curve(exampleCurve)).status).toBe(200)
})

it('EA-09 an address that asks too often waits; others do not', async () => {
  const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })
  for (let index = 0; index < limits.perMinute; index += 1) {
    // What is refused counts too: reading it cost as much.
    const response = await estimates(index % 2 ? alone() : 1, from('192.0.2.1'))
    expect(response.status).not.toBe(429)
  }
  const response = await estimates(exampleCase, from('192.0.2.1'))
  const wait = Number(response.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  const found = await refusal(response)
  expect(found).toMatchObject({ status: 429, code: 'too-many', errors: [{ path: '', rule: 'too-many' }] })
  expect(found.errors[0]!.text.fr).toContain(`Attendez ${wait}`)
  expect(found.errors[0]!.text.en).toContain(`Wait ${wait}`)
  // The same count for the curve; another for another address.
  expect((await curve(exampleCurve, from('192.0.2.1'))).status).toBe(429)
  expect((await estimates(exampleCase, from('192.0.2.2'))).status).toBe(200)
  expect((await GET(requestOf('/api/estimates', 1, from('192.0.2.1')))).status).toBe(405)
})

describe('EA-10 curves', () => {
  it('has a point for each step, each the estimate of that income', async () => {
    const response = await curve({
      ...alone({}, { monthsOnAssistance: 12 }),
      toCents: 100_050,
      stepCents: 5_000,
    })
    const answer = curveAnswerSchema.parse(await response.json())
    expect(answer.points).toHaveLength(21)
    expect(answer.points.at(-1)!.netWorkIncomeMonthlyCents).toBe(100_000)
    for (const point of answer.points) {
      const one = await answered(
        alone({ netWorkIncomeMonthlyCents: point.netWorkIncomeMonthlyCents }, { monthsOnAssistance: 12 }),
      )
      expect(point.monthlyCents).toBe(one.benefit?.monthlyCents ?? null)
      expect(point.outcome).toBe(one.eligibility.outcome)
    }
    expect(new Set(answer.points.map((point) => point.monthlyCents)).size).toBeGreaterThan(5)
  })

  it('ends where its points would be too many', async () => {
    expect((await curve({ ...alone(), toCents: 1_000, stepCents: 1 })).status).toBe(200)
    const found = await refusal(await curve({ ...alone(), toCents: 1_001, stepCents: 1 }))
    expect(found).toMatchObject({ status: 422, errors: [{ path: 'stepCents', rule: 'tooManyPoints' }] })
  })
})
