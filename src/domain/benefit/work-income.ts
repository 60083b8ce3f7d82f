import { cents, share, sum } from '../money'
import type { Cents } from '../money'
import * as income from '../rates/income'
import { rateFor } from '../rates/table'
import type { Rate } from '../rates/table'
import type { LineCode } from './codes'
import { householdOf } from './household'
import { divide, line } from './line'
import type { Line } from './line'
import type { BenefitSituation } from './situation'

/** What work takes off the benefit, and the part of it the supplement is a share of. */
type WorkResult = { readonly lines: readonly Line[]; readonly supplementedCents: Cents }

/**
 * Net work income, net self-employment profit, and QPIP. One exclusion for the household (RAPF 114) is used
 * in this order: QPIP first (ADEL 228445), then jobs, then self-employment. QPIP earns no supplement.
 *
 * A job that stopped is counted too: whether its income may be ignored depends on three months of duration
 * and on when it was declared (ADEL 42629), which the situation does not carry. `endedCents` says how much,
 * so that the page can tell the person to ask.
 */
export function workIncome(situation: BenefitSituation): WorkResult {
  const { adults } = householdOf(situation)
  const { work, selfEmployment, other } = situation.income
  const table = adults === 2 ? income.workExclusionTwoAdultsCents : income.workExclusionOneAdultCents
  const exclusion = rateFor(table, situation.month)
  const ended = sum(work.filter((job) => job.ended !== null).map((job) => job.netCents))

  const parental = sum(other.filter((one) => one.kind === 'parentalInsurance').map((one) => one.monthlyCents))
  const jobs = sum(work.map((job) => job.netCents))
  const own = sum(selfEmployment.map((activity) => activity.netCents))

  const first = counted('parentalInsurance', parental, exclusion.value, exclusion, adults)
  const second = counted('workIncome', jobs, exclusion.value - first.excluded, exclusion, adults, ended)
  const left = exclusion.value - first.excluded - second.excluded
  const third = counted('selfEmployment', own, left, exclusion, adults)
  return {
    lines: [...first.lines, ...second.lines, ...third.lines],
    supplementedCents: cents(jobs - second.excluded + own - third.excluded),
  }
}

function counted(
  code: LineCode,
  received: Cents,
  available: number,
  exclusion: Rate,
  adults: number,
  ended: Cents = cents(0),
): { readonly lines: readonly Line[]; readonly excluded: number } {
  if (received === 0) return { lines: [], excluded: 0 }
  const excluded = Math.min(received, available)
  const detail = {
    adults,
    ...divide(received, cents(received - excluded)),
    limitCents: cents(exclusion.value),
    endedCents: ended,
  }
  return { lines: [line(code, excluded - received, 'RAPF 114', exclusion, detail)], excluded }
}

/**
 * The supplement: 25 % of counted work income from 2025-01, when at least 1 $ is payable without it
 * (RAPF 154.1). Rounded half up to the cent.
 */
export function supplementLines(
  situation: BenefitSituation,
  supplemented: Cents,
  payable: Cents,
): readonly Line[] {
  const rate = rateFor(income.supplementBasisPoints, situation.month)
  const minimum = rateFor(income.supplementMinimumCents, situation.month)
  const amount = payable >= minimum.value ? share(supplemented, rate.value) : cents(0)
  if (amount === 0) return []
  const detail = { countedCents: supplemented, percent: rate.value / 100 }
  return [line('workIncomeSupplement', amount, 'RAPF 154.1', rate, detail)]
}
