import { describe, expect, test } from 'vitest'
import { institutionName } from '@/domain/account/institutions'
import { levelOf } from '@/domain/application/benefits'
import { contradictionsIn } from '@/domain/application/contradictions'
import { documentsOf } from '@/domain/application/documents'
import { childrenOf, isSingleParent } from '@/domain/application/facts'
import { caseOf } from '@/domain/application/household-case'
import { countQuestions, journeyOf } from '@/domain/application/journey'
import { wordsNeeded } from '@/domain/application/words'
import type { Draft } from '@/domain/draft'
import { answers, child, couple, date, errorsOfAll, fieldNamesOf, pagesOf, today } from './build'

/*
 * The fifteen places where the ministry's form makes people work for nothing, one case each: what ours does instead.
 */

const allFields = wordsNeeded().fields
const idsOf = (draft: Draft) => documentsOf(draft, today).map(({ id }) => id)
const codesOf = (draft: Draft) => contradictionsIn(draft, today).map(({ code }) => code)
const job = (index: number, overrides: Record<string, string> = {}): Draft => {
  const all: Record<string, string> = {
    employer: 'Dépanneur du coin',
    jobKind: 'employee',
    'jobStart.day': '4',
    'jobStart.month': '5',
    'jobStart.year': '2025',
    goesOn: 'yes',
    another: 'no',
    gross: '250',
    net: '210',
    frequency: 'weekly',
    ...overrides,
  }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`jobs.${index}.${name}`, value]))
}

describe('the fifteen observations', () => {
  test('1. nobody dates the end of their elementary school, nor tells a life of work', () => {
    expect(
      allFields.filter((name) => /diploma|education|elementary|licence|dut(y|ies)|sought/i.test(name)),
    ).toEqual([])
    const ill = answers({
      ...date('birthDate', '1965-04-03'),
      healthNumber: 'EXEN 6504 0312',
      health: 'severe',
      healthLasts: 'forGood',
      work: 'before',
    })
    expect(errorsOfAll(ill)).toEqual([])
    expect(pagesOf(ill).filter((id) => /^(studies|work|job)/.test(id))).toEqual(['studies', 'work'])
    expect(countQuestions(journeyOf(ill, 'applicant', today), ill, today)).toBeLessThanOrEqual(41)
  })

  test('2. a job is described once, and the figures are those of the pay stub', () => {
    const draft = answers({ work: 'now', ...job(0) })
    expect(errorsOfAll(draft)).toEqual([])
    expect(fieldNamesOf(draft).filter((name) => /employer/i.test(name))).toEqual(['jobs.0.employer'])
    // By the month, and net: 210 $ a week is 910 $.
    expect(caseOf(draft, today).adults[0]?.netWorkIncomeMonthlyCents).toBe(910_00)
    const own = answers({ work: 'now', ...job(0, { jobKind: 'selfEmployed', gross: '' }) })
    expect(errorsOfAll(own)).toEqual([])
    expect(pagesOf(own)).not.toContain('business')
    expect(caseOf(own, today).adults[0]).toMatchObject({
      netWorkIncomeMonthlyCents: 0,
      netSelfEmploymentMonthlyCents: 910_00,
    })
  })

  test('3. benefits are ticked once; who pays them is derived', () => {
    const draft = answers({
      income: 'employmentInsurance',
      'incomes.employmentInsurance.amount': '400',
      'incomes.employmentInsurance.frequency': 'biweekly',
      'incomes.employmentInsurance.goesOn': 'yes',
    })
    expect(errorsOfAll(draft)).toEqual([])
    expect(levelOf('employmentInsurance')).toBe('federal')
    expect(levelOf('parentalInsurance')).toBe('quebec')
    expect(fieldNamesOf(draft).filter((name) => /employmentInsurance/.test(name))).toHaveLength(4)
    // Who waits for a decision says which on one page only.
    const waiting = answers({ reason: 'awaitingDecision', awaited: 'workAccident' })
    expect(pagesOf(waiting).filter((id) => id.startsWith('await'))).toEqual([
      'awaited',
      'awaitedItem-workAccident',
    ])
  })

  test('4. couples are asked about once; the rest is derived, and what disagrees is told', () => {
    expect(allFields).not.toContain('maritalStatus')
    const parent = answers({ livesWith: 'children', childrenMoney: 'no', ...child(0) })
    expect(isSingleParent(parent)).toBe(true)
    expect(isSingleParent(couple({ livesWith: 'partner children' }))).toBe(false)
    expect(codesOf(couple({ reason: 'lostSpouse' }))).toEqual(['lostSpouseWithSpouse'])
    expect(codesOf(answers({ reason: 'newSpouse' }))).toEqual(['newSpouseWithoutSpouse'])
  })

  test('5. what is of the household is not asked of each spouse', () => {
    const own = fieldNamesOf(couple({ spouseAnswers: 'self' }), 'spouse')
    for (const name of [
      'street',
      'postalCode',
      'reason',
      'livesWith',
      'rent',
      'deposit',
      'children',
      'givenName',
      'birthDate',
    ]) {
      expect(
        own.some((field) => field.endsWith(name)),
        name,
      ).toBe(false)
    }
    const two = answers({ livesWith: 'children', ...child(0, { another: 'yes' }), ...child(1) })
    expect(childrenOf(two)).toHaveLength(2)
  })

  test('6. nothing is an amount, and “I do not know” an answer', () => {
    const draft = answers({
      dwelling: 'hosted',
      livesWith: 'others',
      'others.0.name': 'Ami',
      'others.0.tie': 'hosts',
      'others.0.paysYou': '0',
      'others.0.another': 'no',
      rent: '0',
      income: 'childSupport',
      childSupportStatus: 'awaitingJudgment',
      owned: 'vehicle building',
      'vehicles.0.what': 'Petite auto 2012',
      'vehicles.0.tenure': 'leased',
      'vehicles.0.adapted': 'no',
      'vehicles.0.value': '0',
      'vehicles.0.another': 'no',
      'buildings.0.what': 'Terrain',
      'buildings.0.valueUnknown': 'yes',
      'buildings.0.debt': '0',
      'buildings.0.another': 'no',
      work: 'now',
      ...job(0, { jobKind: 'selfEmployed', gross: '', net: '0', frequency: 'monthly' }),
    })
    expect(errorsOfAll(draft)).toEqual([])
    expect(pagesOf(draft)).not.toContain('incomeItem-childSupport')
    expect(caseOf(draft, today).property).toBeNull()
  })

  test('7. health is one block, and how long it lasts decides', () => {
    expect(allFields.filter((name) => /health(?!Number)|disab|limitation|available/i.test(name))).toEqual([
      'health',
      'healthLasts',
      'healthWords',
    ])
    const constraint = (health: string, healthLasts: string) =>
      caseOf(answers({ health, healthLasts }), today).adults[0]?.constraint
    expect(constraint('temporary', 'underAMonth')).toBe('none')
    expect(constraint('temporary', 'underAYear')).toBe('temporary')
    expect(constraint('severe', 'underAYear')).toBe('temporary')
    expect(constraint('severe', 'forGood')).toBe('severe')
  })

  test('8. what the agency learns by itself is not asked; the health number checks the rest', () => {
    expect(
      allFields.filter((name) => /sex|familyAllowance|childBenefit|lastYearIncome|neq/i.test(name)),
    ).toEqual([])
    expect(codesOf(answers())).toEqual([])
    expect(codesOf(answers({ healthNumber: 'EXEN 9904 0412' }))).toEqual(['healthNumberBirth'])
    expect(codesOf(answers({ healthNumber: 'AUTN 9904 0312' }))).toEqual(['healthNumberName'])
  })

  test('9. status is one list, then the numbers, of each person by themselves', () => {
    const draft = couple({
      status: 'refugeeClaimant',
      birthCountry: 'Haïti',
      ...date('arrivalDate', '2025-01-02'),
      healthNumber: '',
      healthNumberNone: 'yes',
    })
    expect(errorsOfAll(draft)).toEqual([])
    const pages = pagesOf(draft)
    expect(pages.indexOf('numbers')).toBeGreaterThan(pages.indexOf('status'))
    // The spouse has a number, and gives it.
    expect(fieldNamesOf(draft)).toContain('spouse.healthNumber')
    expect(pages).not.toContain('spouse-arrival')
    expect(pages).toContain('arrival')
  })

  test('10. nobody says whether they will send a paper now', () => {
    expect(allFields.filter((name) => /send|later|upload/i.test(name))).toEqual([])
    const two = answers({ work: 'now', ...job(0, { another: 'yes' }), ...job(1, { employer: 'Café' }) })
    expect(idsOf(two).filter((id) => id.startsWith('wageProof'))).toEqual([
      'wageProof.applicant.0',
      'wageProof.applicant.1',
    ])
  })

  test('11. the papers announced are the papers asked for, from the first page on', () => {
    expect(idsOf({})).toEqual(['identityPhoto.applicant'])
    const draft = answers({
      reason: 'lossOfIncome',
      ...date('reasonDate', '2026-11-10'),
      work: 'lastYear',
      ...job(0, {
        goesOn: '',
        gross: '',
        net: '',
        frequency: '',
        lastPay: '150',
        'jobEnd.day': '10',
        'jobEnd.month': '11',
        'jobEnd.year': '2026',
        endReason: 'lackOfWork',
      }),
      needs: 'funeral',
    })
    expect(errorsOfAll(draft)).toEqual([])
    expect(idsOf(draft)).toEqual([
      'identityPhoto.applicant',
      'endedWorkProof.applicant.0',
      'accountStatement.applicant',
      'depositProof.household',
      'deathCertificate.household',
      'deceasedBalances.household',
    ])
    for (const { accepted, substitutes } of documentsOf(draft, today)) {
      expect(accepted.length).toBeGreaterThan(0)
      expect(substitutes.at(-1)).toBe('call')
    }
  })

  test('12. a child’s parents are picked among those already described, and each child says where they live', () => {
    const draft = couple({
      livesWith: 'partner children',
      childrenMoney: 'yes',
      ...child(0, { parents: 'both', lives: 'awayReturns', monthlyIncome: '0', owns: '80' }),
    })
    expect(errorsOfAll(draft)).toEqual([])
    const names = fieldNamesOf(draft).filter((name) => name.startsWith('children.0.'))
    expect(names.filter((name) => /name$/i.test(name))).toEqual([
      'children.0.givenName',
      'children.0.familyName',
    ])
    expect(pagesOf(draft)).toContain('childMoney-0')
  })

  test('13. the people of the home are one list: tie and what they pay; parents may owe', () => {
    const draft = answers({
      livesWith: 'parent others',
      'others.0.name': 'Maman',
      'others.0.tie': 'parent',
      'others.0.paysYou': '0',
      'others.0.another': 'yes',
      'others.0.parentIs': 'none',
      'others.1.name': 'Chambreur',
      'others.1.tie': 'roomer',
      'others.1.paysYou': '300',
      'others.1.another': 'no',
      independence: 'none',
      parentsReach: 'refuse',
    })
    expect(errorsOfAll(draft)).toEqual([])
    const [adult] = caseOf(draft, today).adults
    expect(adult).toMatchObject({
      livesWithParent: true,
      dependsOnParents: true,
      otherIncome: [{ kind: 'roomAndBoard', monthlyCents: 300_00 }],
    })
    expect(idsOf(draft)).toContain('parentalContribution.applicant')
    const freed = caseOf({ ...draft, 'others.0.parentIs': 'onAssistance' }, today)
    expect(freed.adults[0]?.livesWithParent).toBe(false)
  })

  test('14. an account is given once, by its numbers; the bank’s name and the day are derived', () => {
    expect(institutionName('815')?.fr).toBe('Desjardins')
    expect(
      fieldNamesOf(answers()).filter((name) => /institution|transit|branch|bank|signature/i.test(name)),
    ).toEqual(['transit', 'institution'])
    expect(fieldNamesOf(answers()).filter((name) => name === 'account')).toHaveLength(1)
  })

  test('15. how to reach someone safely is asked early; no telephone is needed; spouses answer apart', () => {
    const draft = answers({
      urgentNeeds: 'violence',
      safeReach: 'onlyAsISay',
      reachWords: 'Le matin seulement',
      protectAddress: 'yes',
    })
    expect(errorsOfAll(draft)).toEqual([])
    expect(pagesOf(draft)[0]).toBe('urgent')
    expect(pagesOf(draft).indexOf('reaching')).toBeLessThan(pagesOf(draft).indexOf('dwelling'))
    expect(pagesOf(couple({ spouseAnswers: 'self' })).some((id) => id.startsWith('spouse-'))).toBe(false)
  })
})
