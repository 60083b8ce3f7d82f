import { describe, expect, test } from 'vitest'
import { fromEstimator } from '@/domain/application/from-estimator'
import { fieldsOf, inputNames, journeyOf } from '@/domain/application/journey'
import type { Draft } from '@/domain/draft'
import { today } from './build'

const begun = (told: Draft) => fromEstimator(told, today)

describe('an application begun from the estimator', () => {
  test('has what means the same in both', () => {
    expect(
      begun({
        home: 'nobody',
        age: '27',
        status: 'refugeeClaimant',
        independence: 'yes',
        studies: 'no',
        health: 'temporary',
        income: 'work employmentInsurance',
        work: '400',
        employmentInsurance: '800',
        liquid: '120',
        property: 'nothing',
        aid: 'before',
        postalCode: 'G1R 4S9',
      }),
    ).toEqual({
      livesWith: 'nobody',
      status: 'refugeeClaimant',
      studies: 'no',
      health: 'temporary',
      income: 'employmentInsurance',
      'incomes.employmentInsurance.amount': '800',
      'incomes.employmentInsurance.frequency': 'monthly',
      work: 'now',
      accounts: '120',
      assistanceBefore: 'before',
      postalCode: 'G1R 4S9',
    })
  })

  test('asks what would be a guess: a citizen’s birth, a pension’s payer, what is owned', () => {
    const draft = begun({
      status: 'citizen',
      income: 'pension gift',
      gift: '50',
      property: 'vehicle',
      studies: 'yes',
    })
    expect(draft).toEqual({})
  })

  test('knows the home that is owned, and the subsidised one', () => {
    expect(begun({ property: 'home', homeValue: '200000' })).toEqual({
      dwelling: 'ownHome',
      homeValue: '200000',
    })
    expect(begun({ housing: 'yes' })).toEqual({ dwelling: 'subsidised' })
    expect(begun({ income: 'nothing' })).toEqual({ income: 'none' })
  })

  test('takes nothing of the spouse, nor of names that are not ours', () => {
    const draft = begun({
      home: 'partner',
      couple: 'married',
      health2: 'severe',
      ['__proto__x']: '1',
      couple2: 'aYear',
    })
    expect(draft).toEqual({ livesWith: 'partner', couple: 'married' })
    expect(begun({ couple: 'constructor', status: 'toString', income: 'constructor' })).toEqual({})
  })

  test('holds only answers to pages that are asked', () => {
    const draft = begun({ home: 'nobody', couple: 'married', otherStatus: 'none', health: 'none' })
    const asked = journeyOf(draft, 'applicant', today).flatMap((ref) =>
      fieldsOf(ref, draft, today).flatMap(inputNames),
    )
    expect(Object.keys(draft).filter((name) => !asked.includes(name))).toEqual([])
    expect(draft).toEqual({ livesWith: 'nobody', health: 'none' })
  })
})
