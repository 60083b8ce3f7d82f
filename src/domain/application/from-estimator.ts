import type { Day } from '../calendar'
import { type Draft, valueOf } from '../draft'
import type { BenefitName } from './benefits'
import { prune } from './journey'

/*
 * What was told to the estimator is not asked again. Only what means the same in both is taken, and of an adult only
 * the one who applies: a spouse says for themself.
 */

/** Answers with one meaning, whatever the page: of the estimator, and ours. */
const sameChoice: Readonly<
  Record<string, readonly [name: string, choices: Readonly<Record<string, string>>]>
> = {
  couple: [
    'couple',
    { married: 'married', childTogether: 'childTogether', aYear: 'aYear', lessThanAYear: 'lessThanAYear' },
  ],
  // A citizen has still to say where they were born.
  status: [
    'status',
    {
      permanentResident: 'permanentResident',
      protectedPerson: 'protectedPerson',
      refugeeClaimant: 'refugeeClaimant',
      other: 'other',
    },
  ],
  otherStatus: [
    'otherStatus',
    {
      temporaryResident: 'temporaryResident',
      refusedClaimantAllowedToStay: 'refusedClaimantAllowedToStay',
      humanitarianWithQuebecCertificate: 'humanitarianWithQuebecCertificate',
      claimNotHeard: 'claimNotHeard',
      none: 'none',
      unknown: 'unknown',
    },
  ],
  studies: ['studies', { no: 'no' }],
  health: ['health', { none: 'none', temporary: 'temporary', severe: 'severe', pregnant: 'pregnant' }],
  aid: ['assistanceBefore', { never: 'never', before: 'before' }],
  housing: ['dwelling', { yes: 'subsidised' }],
}

/** The benefit each kind of income of the estimator is. A pension may be of several: its kind is asked. */
const sameBenefit: Readonly<Record<string, BenefitName>> = {
  employmentInsurance: 'employmentInsurance',
  parentalInsurance: 'parentalInsurance',
  workAccident: 'workAccident',
  roadAccident: 'roadAccident',
  childSupport: 'childSupport',
  spousalSupport: 'spousalSupport',
  rent: 'rentReceived',
  investment: 'investmentIncome',
  trainingAllowance: 'trainingAllowance',
  gift: 'gift',
}

/** What an application may begin with, from what the estimator kept. Nothing is invented: the rest is asked. */
export function fromEstimator(told: Draft, today: Day): Draft {
  const begun = {
    ...choicesOf(told),
    ...given('livesWith', valueOf(told, 'home')),
    ...given('postalCode', valueOf(told, 'postalCode')),
    ...given('accounts', valueOf(told, 'liquid')),
    ...given('accountsUnknown', valueOf(told, 'liquidUnknown')),
    ...incomeOf(told),
    ...propertyOf(told),
  }
  return prune(begun, today)
}

const given = (name: string, value: string): Draft => (value === '' ? {} : { [name]: value })

function choicesOf(told: Draft): Draft {
  return Object.fromEntries(
    Object.entries(sameChoice).flatMap(([name, [ours, choices]]) => {
      const value = valueOf(told, name)
      return Object.hasOwn(choices, value) ? [[ours, choices[value]!]] : []
    }),
  )
}

/** Income is taken whole or not at all: a page half ticked would look answered. */
function incomeOf(told: Draft): Draft {
  const ticked = valueOf(told, 'income').split(' ').filter(Boolean)
  const work = ticked.includes('work') || ticked.includes('selfEmployment')
  const kinds = ticked.filter((kind) => !['work', 'selfEmployment', 'nothing'].includes(kind))
  if (ticked.length === 0 || !kinds.every((kind) => Object.hasOwn(sameBenefit, kind))) return {}
  const names = kinds.map((kind) => sameBenefit[kind]!)
  return {
    income: names.length === 0 ? 'none' : names.join(' '),
    ...(work ? { work: 'now' } : {}),
    ...Object.assign(
      {},
      ...kinds.map((kind) => {
        const amount = valueOf(told, kind)
        const entry = `incomes.${sameBenefit[kind]!}`
        return amount === '' ? {} : { [`${entry}.amount`]: amount, [`${entry}.frequency`]: 'monthly' }
      }),
    ),
  }
}

function propertyOf(told: Draft): Draft {
  const ticked = valueOf(told, 'property').split(' ')
  // "Nothing" and a vehicle say nothing of savings or insurance: what is owned is asked. A home says where one lives.
  return ticked.includes('home')
    ? { dwelling: 'ownHome', ...given('homeValue', valueOf(told, 'homeValue')) }
    : {}
}
