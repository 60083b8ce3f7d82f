import { cents } from '../money'
import { ageBefore } from './age'
import { write } from './sheet'
import type { Sheet } from './sheet'

/**
 * Child adjustments (RAPF 68 to 73). A student's spouse and a sheltered adult with a child have none (ADEL 42284).
 * Refugee claimants have others, whose amounts were not found: these are given in their place, uncertain.
 */
export function writeChildNeeds(sheet: Sheet): void {
  const { household, situation } = sheet
  if (household.minors === 0 || situation.spouseOfStudent || household.sheltered >= household.adults) return
  writeAdolescents(sheet)
  writeFamilyAllowance(sheet)
  writeChildBenefit(sheet)
}

const sureness = (sheet: Sheet) => (sheet.household.claimants > 0 ? 'uncertain' : 'confirmed')

/** RAPF 73: children aged 12 to 17, two at most. */
function writeAdolescents(sheet: Sheet): void {
  const { amounts, household } = sheet
  const children = Math.min(household.adolescents, amounts.adolescentMaximum.value)
  if (children === 0) return
  const rate = amounts.adolescent
  write(sheet, 'childAdjustment', rate.value * children, 'RAPF 73', rate, { children }, sureness(sheet))
}

/** RAPF 68 and 69: what Family Allowance leaves missing, child by child, when it is said to be less. */
function writeFamilyAllowance(sheet: Sheet): void {
  const { amounts, household, situation } = sheet
  const full = amounts.familyAllowance.value + (household.singleParent ? amounts.singleParent.value : 0)
  let missing = 0
  let children = 0
  let all = 0
  for (const child of situation.children) {
    const received = child.familyAllowanceCents ?? null
    if (received === null || received >= full || !isMinor(child, sheet)) continue
    missing += full - received
    all += received
    children += 1
  }
  if (children === 0) return
  const rate = household.singleParent ? amounts.singleParent : amounts.familyAllowance
  const detail = { children, receivedCents: cents(all), limitCents: cents(full * children) }
  write(sheet, 'familyAllowance', missing, 'RAPF 68', rate, detail, sureness(sheet))
}

/**
 * RAPF 70: what the Canada child benefit leaves missing. The amount of a first, a second and each other child differs:
 * the child for whom least is received is taken first, the order that gives most. Which the law means was not read.
 */
function writeChildBenefit(sheet: Sheet): void {
  const { amounts, situation } = sheet
  const received: number[] = []
  for (const child of situation.children) {
    const benefit = child.canadaChildBenefitCents ?? null
    if (benefit !== null && isMinor(child, sheet)) received.push(benefit)
  }
  if (received.length === 0) return
  received.sort((one, other) => one - other)
  let missing = 0
  let children = 0
  let all = 0
  let limit = 0
  for (const [index, benefit] of received.entries()) {
    const rate = index === 0 ? amounts.firstChild : index === 1 ? amounts.secondChild : amounts.eachMoreChild
    if (benefit >= rate.value) continue
    missing += rate.value - benefit
    all += benefit
    limit += rate.value
    children += 1
  }
  if (children === 0) return
  const detail = { children, receivedCents: cents(all), limitCents: cents(limit) }
  write(
    sheet,
    'childBenefit',
    missing,
    'RAPF 70',
    amounts.firstChild,
    detail,
    children > 1 ? 'uncertain' : sureness(sheet),
  )
}

function isMinor(child: Sheet['situation']['children'][number], { situation }: Sheet): boolean {
  return ageBefore(child.birthDate, situation.month) < 18
}
