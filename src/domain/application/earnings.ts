import type { CaseIncome } from '../estimate/case'
import { type Draft, tickedIn, valueOf } from '../draft'
import { type Cents, cents } from '../money'
import { benefitNames, benefits, type BenefitName } from './benefits'
import { sharesHome } from './facts'
import { entriesOf, entryName, ownName } from './names'
import { monthlyOf } from './pay'
import type { Adult } from './adult'
import { amountIn } from './reading'

/*
 * What comes in. In the month of application what is received that month counts (ADEL 43176); pay that goes on is taken
 * at its monthly average, which the office puts right with the pay stubs. An amount not known yet counts for nothing.
 */

type Earnings = {
  readonly work: Cents
  readonly selfEmployment: Cents
  readonly other: readonly CaseIncome[]
}

export function earningsOf(draft: Draft, adult: Adult): Earnings {
  const jobs = hasWorked(draft, adult) ? entriesOf('jobs', draft, adult) : []
  const sum = (isOwn: boolean): Cents =>
    jobs
      .filter((index) => isOwn === isSelfEmployed(draft, adult, index))
      .reduce<Cents>((total, index) => cents(total + jobPay(draft, adult, index)), cents(0))
  return { work: sum(false), selfEmployment: sum(true), other: otherIncomeOf(draft, adult) }
}

export const hasWorked = (draft: Draft, adult: Adult): boolean =>
  ['now', 'lastYear'].includes(valueOf(draft, ownName(adult, 'work')))

const isSelfEmployed = (draft: Draft, adult: Adult, index: number): boolean =>
  valueOf(draft, entryName(adult, 'jobs', index, 'jobKind')) === 'selfEmployed'

/** A job that goes on has its monthly net pay; one that ended, what it still pays this month. */
function jobPay(draft: Draft, adult: Adult, index: number): Cents {
  const name = (of: string): string => entryName(adult, 'jobs', index, of)
  const net = amountIn(draft, name('net'))
  if (net !== null) return monthlyOf(net, valueOf(draft, name('frequency')))
  return amountIn(draft, name('lastPay')) ?? cents(0)
}

/** The benefits ticked that are really paid: support awaited or not received has no amount. */
export function receivedBy(draft: Draft, adult: Adult): BenefitName[] {
  return tickedIn(draft, ownName(adult, 'income'), benefitNames).filter(
    (name) =>
      (name !== 'childSupport' && name !== 'spousalSupport') ||
      valueOf(draft, ownName(adult, `${name}Status`)) === 'received',
  )
}

/** The monthly amount of one benefit; null when it is not known. */
export function benefitIn(draft: Draft, adult: Adult, benefit: BenefitName): Cents | null {
  const name = (of: string): string => entryName(adult, 'incomes', benefitNames.indexOf(benefit), of)
  const amount = amountIn(draft, name('amount'))
  return amount === null ? null : monthlyOf(amount, valueOf(draft, name('frequency')))
}

function otherIncomeOf(draft: Draft, adult: Adult): CaseIncome[] {
  const incomes = receivedBy(draft, adult).flatMap((benefit) => {
    const { kind } = benefits[benefit]
    const monthlyCents = benefitIn(draft, adult, benefit)
    return kind === null || monthlyCents === null ? [] : [{ kind, monthlyCents }]
  })
  return adult === 'applicant' ? [...incomes, ...rooms(draft)] : incomes
}

/** Each roomer is a room: the rule counts the rooms, not what they bring (ADEL 42440). */
function rooms(draft: Draft): CaseIncome[] {
  if (!sharesHome(draft)) return []
  const name = (index: number, of: string): string => entryName('applicant', 'others', index, of)
  return entriesOf('others', draft, 'applicant')
    .filter((index) => valueOf(draft, name(index, 'tie')) === 'roomer')
    .map((index) => ({
      kind: 'roomAndBoard',
      monthlyCents: amountIn(draft, name(index, 'paysYou')) ?? cents(0),
    }))
}
