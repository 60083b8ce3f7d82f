import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '@/domain/calendar'
import { fields } from '@/domain/application/fields'
import { fromEstimate } from '@/domain/application/from-estimate'
import { fieldsOf, inputNames, journeyOf, partOf, prune } from '@/domain/application/journey'
import { urgentAnswerOf, urgentNeeds, urgentNeedsIn } from '@/domain/application/urgent'

/*
 * Numbered cases:
 *   FE-01 what both questions mean alike is carried over
 *   FE-02 what the estimator asks less of is asked again
 *   FE-03 nothing is said for the spouse, and nothing of two people's money is given to one
 *   FE-04 whatever the estimator holds, only answers the application knows come out of it
 *   FE-05 what is urgent: a need outweighs "none"; what we do not know is nothing
 */
const today = day('2026-11-27')

describe('from the estimator', () => {
  it('FE-01 carries over what means the same', () => {
    expect(
      fromEstimate(
        {
          home: 'children others',
          status: 'other',
          otherStatus: 'temporaryResident',
          aid: 'long',
          property: 'home vehicle',
          homeValue: '210 000',
          postalCode: 'J2B 1G3',
          income: 'work childSupport rent',
          work: '600',
          childSupport: '250,50',
          rent: '400',
          liquid: '0 $',
        },
        3,
      ),
    ).toEqual({
      livesWith: 'children others',
      'children.0.another': 'yes',
      'children.1.another': 'yes',
      'children.2.another': 'no',
      status: 'other',
      otherStatus: 'temporaryResident',
      assistanceBefore: 'before',
      dwelling: 'ownHome',
      homeValue: '210 000',
      postalCode: 'J2B 1G3',
      'incomes.childSupport.amount': '250,50',
      'incomes.childSupport.frequency': 'monthly',
      'incomes.rentReceived.amount': '400',
      'incomes.rentReceived.frequency': 'monthly',
      accounts: '0',
      cash: '0',
    })
  })

  it('FE-02 asks again where the estimator asks less', () => {
    const vague = {
      home: 'partner',
      couple: 'lessThanAYear',
      status: 'citizen',
      studies: 'no',
      health: 'none',
      independence: 'yes',
      income: 'nothing',
      property: 'nothing',
      liquid: '12',
      aid: 'unknown',
    }
    expect(fromEstimate(vague, 0)).toEqual({ livesWith: 'partner' })
  })

  it('FE-03 says nothing for the spouse', () => {
    const two = {
      home: 'partner',
      couple: 'married',
      status: 'permanentResident',
      status2: 'refugeeClaimant',
      income: 'childSupport',
      childSupport: '100',
      liquid: '0',
    }
    expect(fromEstimate(two, 0)).toEqual({
      livesWith: 'partner',
      couple: 'married',
      status: 'permanentResident',
    })
  })

  it('FE-04 makes only answers the application knows', () => {
    const word = fc.constantFrom(
      ...['nobody', 'partner', 'children', 'married', 'aYear', 'other', 'home', 'yes', 'rent gift', 'none'],
      ...['0', '1e400', '-5', '12,50', '__proto__', 'long', 'permanentResident'],
    )
    const names = ['home', 'couple', 'status', 'otherStatus', 'aid', 'property', 'housing', 'homeValue']
    const more = ['income', 'rent', 'gift', 'liquid', 'postalCode', '__proto__', 'status2']
    const drafts = fc.dictionary(fc.constantFrom(...names, ...more), word)
    fc.assert(
      fc.property(drafts, fc.nat({ max: 40 }), (estimate, children) => {
        const draft = fromEstimate(estimate, children)
        const open = { ...draft, income: 'rentReceived gift', dwelling: draft['dwelling'] ?? 'tenant' }
        const asked = new Set(
          journeyOf(open, 'applicant', today).flatMap((ref) =>
            fieldsOf(ref, open, today).flatMap(inputNames),
          ),
        )
        // A child is asked about only where children live.
        const lives = draft['livesWith']?.includes('children') ?? false
        for (const name of Object.keys(draft)) {
          if (name.startsWith('children.') && !lives) continue
          expect([name, asked.has(name)]).toEqual([name, true])
          expect(partOf(name)).not.toBe('spouse')
        }
        expect(Object.keys(prune(draft, today)).every((name) => name in draft)).toBe(true)
      }),
      { seed: 15 },
    )
  })
})

it('FE-05 takes a need before none', () => {
  expect([...urgentNeeds, 'none']).toEqual(fields.urgent[0].choices)
  expect(urgentAnswerOf(['none'])).toBe('none')
  expect(urgentAnswerOf(['none', 'violence', 'noFood'])).toBe('noFood violence')
  expect(urgentAnswerOf([])).toBeNull()
  expect(urgentAnswerOf(['__proto__', 'noFoods'])).toBeNull()
  expect(urgentNeedsIn('noFood violence')).toEqual(['noFood', 'violence'])
  expect(urgentNeedsIn('none')).toEqual([])
  expect(urgentNeedsIn(null)).toEqual([])
})
