import { cents } from '../money'
import type { Confidence, RateEntry } from '../rates/table'
import type { SourceId } from '../rates/sources'
import type { LineCode } from './codes'
import { incomeKinds } from './income-kinds'
import type { IncomeKind } from './income-kinds'
import { divide } from './line'
import { write } from './sheet'
import type { Sheet } from './sheet'
import type { ReceivedIncome } from './situation'

type Known = { readonly source: SourceId; readonly confidence: Confidence }

// That these are asked and counted was read; that nothing at all is left out of them was not.
const asked: Known = { source: 'lapf63', confidence: 'secondary' }
const assumed: Known = { source: 'generalKnowledge', confidence: 'uncertain' }

/** Income other than work, one line per kind. QPIP is with work; a lump sum is with liquid assets. */
export function writeOtherIncome(sheet: Sheet): void {
  const { other } = sheet.situation.income
  const only = other[0]
  // Most households have no such income, or one: the other kinds need not be looked for.
  if (only && other.length === 1) writeKind(sheet, only.kind)
  else if (only) for (const kind of incomeKinds) writeKind(sheet, kind)
  writeParentalContribution(sheet)
}

function writeKind(sheet: Sheet, kind: IncomeKind): void {
  switch (kind) {
    case 'parentalInsurance':
    case 'lumpSum':
      return
    case 'childSupport':
      return writeChildSupport(sheet)
    case 'gift':
      return writeGifts(sheet)
    case 'trainingAllowance': {
      // A single parent may keep more of an employment-assistance allowance.
      const { training, trainingSingleParent } = sheet.amounts
      return writePerAdult(sheet, kind, sheet.household.singleParent ? trainingSingleParent : training)
    }
    case 'supportAllowance':
      return writePerAdult(sheet, kind, sheet.amounts.support)
    case 'roomAndBoard':
      return writeRooms(sheet)
    case 'other':
      return inFull(sheet, kind, 'otherIncome', 'LAPF 48', assumed)
    case 'employmentInsurance':
    case 'pension':
    case 'workAccident':
    case 'roadAccident':
      return inFull(sheet, kind, kind, 'LAPF 63', asked)
    case 'investment':
      return writeInvestments(sheet)
    case 'spousalSupport':
    case 'rent':
      return inFull(sheet, kind, kind, 'LAPF 48', assumed)
  }
}

/** What came in of one kind, in cents. */
function receivedOf(sheet: Sheet, kind: IncomeKind): number {
  let received = 0
  for (const entry of sheet.situation.income.other) if (entry.kind === kind) received += entry.monthlyCents
  return received
}

/** Writes an income of which nothing is left out. Nothing received, no line. */
export function inFull(sheet: Sheet, kind: IncomeKind, code: LineCode, rule: string, source: Known): void {
  const all = cents(receivedOf(sheet, kind))
  if (all > 0) write(sheet, code, -all, rule, source, divide(all, all))
}

const interestExcluded: Known = { source: 'rapf177_29', confidence: 'confirmed' }

/** Interest and dividends are left out in Aim for Employment (RAPF 177.29). */
function writeInvestments(sheet: Sheet): void {
  if (sheet.situation.programme !== 'aimForEmployment') {
    return inFull(sheet, 'investment', 'investment', 'LAPF 48', assumed)
  }
  const all = cents(receivedOf(sheet, 'investment'))
  if (all > 0) write(sheet, 'investment', 0, 'RAPF 177.29', interestExcluded, divide(all, cents(0)))
}

/** Left out: an amount for each dependent child. */
function writeChildSupport(sheet: Sheet): void {
  const all = cents(receivedOf(sheet, 'childSupport'))
  if (all === 0) return
  const { children } = sheet.household
  const rate = sheet.amounts.childSupport
  const limit = cents(rate.value * children)
  const counted = cents(Math.max(0, all - limit))
  const detail = { children, ...divide(all, counted), limitCents: limit }
  write(sheet, 'childSupport', -counted, 'ADEL 42606', rate, detail)
}

/** Left out: the first dollars of the household's gifts. */
function writeGifts(sheet: Sheet): void {
  const all = cents(receivedOf(sheet, 'gift'))
  if (all === 0) return
  const rate = sheet.amounts.gift
  const counted = cents(Math.max(0, all - rate.value))
  const detail = { ...divide(all, counted), limitCents: cents(rate.value) }
  write(sheet, 'gift', -counted, 'Québec.ca', rate, detail)
}

/** Left out: an amount for each adult; one cannot lend it to the other. */
function writePerAdult(sheet: Sheet, kind: 'trainingAllowance' | 'supportAllowance', rate: RateEntry): void {
  const received = new Map<string, number>()
  for (const entry of sheet.situation.income.other) {
    if (entry.kind !== kind) continue
    received.set(entry.adultId, (received.get(entry.adultId) ?? 0) + entry.monthlyCents)
  }
  let all = 0
  let counted = 0
  for (const amount of received.values()) {
    all += amount
    counted += Math.max(0, amount - rate.value)
  }
  if (all === 0) return
  const { adults, children } = sheet.household
  const detail = { adults, children, ...divide(cents(all), cents(counted)), limitCents: cents(rate.value) }
  write(sheet, kind, -counted, 'ADEL 42776', rate, detail)
}

/**
 * Each entry is one room. The first is left out; each other counts for a fixed amount, collected or not; in
 * a subsidised dwelling, for what is really received (the dearest room is then the first). One person to a
 * room is assumed, because nobody is asked how many: hence uncertain.
 */
function writeRooms(sheet: Sheet): void {
  let rooms = 0
  let all = 0
  let dearest = 0
  for (const entry of sheet.situation.income.other) {
    if (!isRoom(entry)) continue
    rooms += 1
    all += entry.monthlyCents
    dearest = Math.max(dearest, entry.monthlyCents)
  }
  if (rooms === 0) return
  const rate = sheet.amounts.room
  const counted = sheet.situation.subsidisedDwelling ? all - dearest : rate.value * (rooms - 1)
  const detail = { rooms, receivedCents: cents(all), countedCents: cents(counted) }
  write(sheet, 'roomAndBoard', -counted, 'ADEL 42440', rate, detail, 'uncertain')
}

const isRoom = (entry: ReceivedIncome): boolean => entry.kind === 'roomAndBoard'

const contribution: Known = { source: 'adel42606', confidence: 'confirmed' }

/** What the parents of an adult alone must contribute; not in Social Solidarity (ADEL 42606). */
function writeParentalContribution(sheet: Sheet): void {
  const { situation, household } = sheet
  const owed = situation.parentalContributionCents
  if (!owed || !household.independent || situation.programme === 'socialSolidarity') return
  write(sheet, 'parentalContribution', -owed, 'ADEL 42606', contribution, { receivedCents: owed })
}
