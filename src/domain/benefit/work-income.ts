import { cents, share } from '../money'
import type { Cents } from '../money'
import type { RateEntry } from '../rates/table'
import type { LineCode } from './codes'
import { divide } from './line'
import { write } from './sheet'
import type { Sheet } from './sheet'
import type { JobIncome } from './situation'

const ceased = { source: 'adel42629', confidence: 'confirmed' } as const
const ceasedAtOnce = { source: 'adel42623', confidence: 'confirmed' } as const

/**
 * Net work income, net self-employment profit, and QPIP. One exclusion for the household (RAPF 114) is used
 * in this order: QPIP first (ADEL 228445), then jobs, then self-employment. QPIP earns no supplement.
 *
 * A job that ceased is ignored when it may be; when that is not known it counts, and `endedCents` says how much, so
 * that the page can tell the person to ask. Gives the part the supplement is a share of.
 */
export function writeWorkIncome(sheet: Sheet): number {
  const { work, selfEmployment, other } = sheet.situation.income
  let parental = 0
  for (const one of other) if (one.kind === 'parentalInsurance') parental += one.monthlyCents
  let jobs = 0
  let ended = 0
  let ignored = 0
  for (const job of work) {
    if (isIgnored(job, sheet)) {
      ignored += job.netCents
      continue
    }
    jobs += job.netCents
    if (job.ended !== null) ended += job.netCents
  }
  let own = 0
  for (const activity of selfEmployment) own += activity.netCents

  const exclusion = exclusionOf(sheet)
  const first = writeCounted(sheet, 'parentalInsurance', parental, exclusion.value, exclusion)
  const second = writeCounted(sheet, 'workIncome', jobs, exclusion.value - first, exclusion, cents(ended))
  const third = writeCounted(sheet, 'selfEmployment', own, exclusion.value - first - second, exclusion)
  if (ignored > 0) {
    const source = isAfterApplication(sheet) ? ceasedAtOnce : ceased
    write(sheet, 'ceasedIncome', 0, 'RAPF 111', source, { receivedCents: cents(ignored) })
  }
  return jobs - second + own - third
}

function exclusionOf({ situation, household, amounts }: Sheet): RateEntry {
  if (situation.programme === 'socialSolidarity') {
    return household.adults === 2 ? amounts.solidarityWorkTwoAdults : amounts.solidarityWorkOneAdult
  }
  return household.adults === 2 ? amounts.workTwoAdults : amounts.workOneAdult
}

/**
 * Income that ceased lowers the month of application and not the next, whatever its duration (ADEL 42623). While on
 * assistance it is ignored when it had lasted three months and was declared in time (ADEL 42629).
 */
function isIgnored(job: JobIncome, sheet: Sheet): boolean {
  if (job.ended === null || sheet.situation.applicationDay !== undefined) return false
  if (isAfterApplication(sheet)) return true
  return job.declaredInTime === true && (job.lastedMonths ?? 0) >= sheet.amounts.ceasedLasted.value
}

/** The month before was the one of application: aid has been paid for it alone. */
function isAfterApplication({ situation }: Sheet): boolean {
  return situation.monthsOnAssistance === 1
}

/** Writes what counts of an income, and gives what is left out of it. */
function writeCounted(
  sheet: Sheet,
  code: LineCode,
  received: number,
  available: number,
  exclusion: RateEntry,
  ended: Cents = cents(0),
): number {
  if (received === 0) return 0
  const excluded = Math.min(received, available)
  const part = divide(cents(received), cents(received - excluded))
  const detail = {
    adults: sheet.household.adults,
    receivedCents: part.receivedCents,
    excludedCents: part.excludedCents,
    countedCents: part.countedCents,
    counts: part.counts,
    limitCents: cents(exclusion.value),
    endedCents: ended,
  }
  write(sheet, code, excluded - received, 'RAPF 114', exclusion, detail)
  return excluded
}

/**
 * The supplement: 25 % of counted work income from 2025-01, when at least 1 $ is payable without it
 * (RAPF 154.1). Rounded half up to the cent.
 */
export function writeSupplement(sheet: Sheet, supplemented: number): void {
  const { supplement, supplementMinimum } = sheet.amounts
  if (supplemented === 0 || sheet.total < supplementMinimum.value) return
  const amount = share(cents(supplemented), supplement.value)
  if (amount === 0) return
  const detail = { countedCents: cents(supplemented), percent: supplement.value / 100 }
  write(sheet, 'workIncomeSupplement', amount, 'RAPF 154.1', supplement, detail)
}
