import { cents, sum } from '../money'
import type { Cents } from '../money'
import * as income from '../rates/income'
import type { SourceId } from '../rates/sources'
import { rateFor } from '../rates/table'
import type { Confidence, RateTable } from '../rates/table'
import type { LineCode } from './codes'
import { householdOf } from './household'
import { incomeKinds } from './income-kinds'
import type { IncomeKind } from './income-kinds'
import { divide, line } from './line'
import type { Line } from './line'
import type { BenefitSituation, ReceivedIncome } from './situation'

/** Income other than work, one line per kind. QPIP is with work; a lump sum is with liquid assets. */
export function otherIncomeLines(situation: BenefitSituation): readonly Line[] {
  return incomeKinds.flatMap((kind) => {
    const entries = situation.income.other.filter((entry) => entry.kind === kind && isIncome(entry))
    return entries.length === 0 ? [] : linesOfKind(kind, entries, situation)
  })
}

/** An amount of zero is no income, except a room: it counts whether or not its rent is collected. */
function isIncome(entry: ReceivedIncome): boolean {
  return entry.monthlyCents > 0 || entry.kind === 'roomAndBoard'
}

function linesOfKind(
  kind: IncomeKind,
  entries: readonly ReceivedIncome[],
  situation: BenefitSituation,
): readonly Line[] {
  switch (kind) {
    case 'parentalInsurance':
    case 'lumpSum':
      return []
    case 'childSupport':
      return [childSupport(entries, situation)]
    case 'gift':
      return [gifts(entries, situation)]
    case 'trainingAllowance':
      return [perAdult(kind, trainingTable(situation), entries, situation)]
    case 'supportAllowance':
      return [perAdult(kind, income.supportExclusionCents, entries, situation)]
    case 'roomAndBoard':
      return [roomAndBoard(entries, situation)]
    case 'other':
      return [inFull('otherIncome', entries, 'LAPF 48', 'generalKnowledge', 'uncertain')]
    // That these are asked and counted was read; that nothing at all is left out of them was not.
    case 'employmentInsurance':
    case 'pension':
    case 'workAccident':
    case 'roadAccident':
      return [inFull(kind, entries, 'LAPF 63', 'lapf63', 'secondary')]
    case 'spousalSupport':
    case 'rent':
    case 'investment':
      return [inFull(kind, entries, 'LAPF 48', 'generalKnowledge', 'uncertain')]
  }
}

function received(entries: readonly ReceivedIncome[]): Cents {
  return sum(entries.map((entry) => entry.monthlyCents))
}

function inFull(
  code: LineCode,
  entries: readonly ReceivedIncome[],
  rule: string,
  source: SourceId,
  confidence: Confidence,
): Line {
  const all = received(entries)
  return line(code, -all, rule, { source, confidence }, divide(all, all))
}

/** Left out: an amount for each dependent child. */
function childSupport(entries: readonly ReceivedIncome[], situation: BenefitSituation): Line {
  const { children } = householdOf(situation)
  const rate = rateFor(income.childSupportExclusionCents, situation.month)
  const limit = cents(rate.value * children)
  const all = received(entries)
  const counted = cents(Math.max(0, all - limit))
  const detail = { children, ...divide(all, counted), limitCents: limit }
  return line('childSupport', -counted, 'ADEL 42606', rate, detail)
}

/** Left out: the first dollars of the household's gifts. */
function gifts(entries: readonly ReceivedIncome[], situation: BenefitSituation): Line {
  const rate = rateFor(income.giftExclusionCents, situation.month)
  const all = received(entries)
  const counted = cents(Math.max(0, all - rate.value))
  return line('gift', -counted, 'Québec.ca', rate, { ...divide(all, counted), limitCents: cents(rate.value) })
}

/** A single parent may keep more of an employment-assistance allowance. */
function trainingTable(situation: BenefitSituation): RateTable {
  const { singleParent } = householdOf(situation)
  return singleParent ? income.trainingExclusionSingleParentCents : income.trainingExclusionCents
}

/** Left out: an amount for each adult; one cannot lend it to the other. */
function perAdult(
  code: LineCode,
  table: RateTable,
  entries: readonly ReceivedIncome[],
  situation: BenefitSituation,
): Line {
  const { adults, children } = householdOf(situation)
  const rate = rateFor(table, situation.month)
  const adultIds = [...new Set(entries.map((entry) => entry.adultId))]
  const each = adultIds.map((id) => received(entries.filter((entry) => entry.adultId === id)))
  const counted = sum(each.map((amount) => cents(Math.max(0, amount - rate.value))))
  const detail = { adults, children, ...divide(received(entries), counted), limitCents: cents(rate.value) }
  return line(code, -counted, 'ADEL 42776', rate, detail)
}

/**
 * Each entry is one room. The first is left out; each other counts for a fixed amount, collected or not; in
 * a subsidised dwelling, for what is really received (the dearest room is then the first). One person to a
 * room is assumed, because the statement does not ask how many: hence uncertain.
 */
function roomAndBoard(entries: readonly ReceivedIncome[], situation: BenefitSituation): Line {
  const rate = rateFor(income.roomCents, situation.month)
  const all = received(entries)
  const dearest = Math.max(...entries.map((entry) => entry.monthlyCents))
  const counted = situation.subsidisedDwelling ? all - dearest : rate.value * (entries.length - 1)
  const detail = { rooms: entries.length, receivedCents: all, countedCents: cents(counted) }
  return line('roomAndBoard', -counted, 'ADEL 42440', rate, detail, 'uncertain')
}
