import type { Confidence } from '../rates/table'
import { ageBefore } from './age'
import type { AllowanceGround } from './codes'
import { lessSure, write } from './sheet'
import type { Sheet } from './sheet'
import type { AdultSituation } from './situation'

type Ground = { readonly name: AllowanceGround; readonly confidence: Confidence }

/**
 * One adult with the allowance, alone or in a couple, has the one-adult amount; both have a joint amount. False when
 * nobody has it.
 */
export function writeTemporaryAllowance(sheet: Sheet): boolean {
  const { amounts, household, situation } = sheet
  let first: Ground | null = null
  let second: Ground | null = null
  let forChild = household.hasHandicappedChild
  for (const adult of situation.adults) {
    let ground = groundOf(adult, sheet)
    if (ground === null && forChild && mayHave(adult)) {
      // One adult of the two cares for the child. The Act of 2024 withdraws this ground like that of a young child.
      forChild = false
      ground = { name: 'handicappedChild', confidence: amounts.temporaryChildUnder.confidence }
    }
    if (ground === null) continue
    if (first === null) first = ground
    else second = ground
  }
  if (first === null) return false
  const joint = second !== null && household.adults === 2
  const rate = joint ? amounts.temporaryTwoAdults : amounts.temporaryOneAdult
  const same = !joint || first.name === second?.name
  const name: AllowanceGround = same ? first.name : 'several'
  const sure = joint && second ? lessSure(first.confidence, second.confidence) : first.confidence
  const detail = { adults: joint ? 2 : 1, ground: name, ...yearsOf(name, sheet) }
  write(sheet, 'temporaryAllowance', rate.value, 'Québec.ca', rate, detail, sure)
  return true
}

/** Neither a refugee claimant (RAPF 67.1) nor a sheltered adult has the allowance. */
function mayHave(adult: AdultSituation): boolean {
  return adult.refugeeClaimant !== true && adult.sheltered !== true
}

function yearsOf(name: AllowanceGround, { amounts }: Sheet): { readonly years?: number } {
  if (name === 'age') return { years: amounts.temporaryFromAge.value }
  return name === 'youngChild' ? { years: amounts.temporaryChildUnder.value } : {}
}

const recognised: Ground = { name: 'recognised', confidence: 'confirmed' }

/**
 * The office's decision first; then the grounds the facts give by themselves, so nobody has to ask. A severe
 * constraint is never worth less than a temporary one while the file is still in Social Assistance.
 */
function groundOf(adult: AdultSituation, { situation, household, amounts }: Sheet): Ground | null {
  if (!mayHave(adult)) return null
  if (adult.constraint !== 'none') return recognised
  if ((adult.pregnantWeeks ?? 0) >= amounts.temporaryPregnancy.value) {
    return { name: 'pregnancy', confidence: amounts.temporaryPregnancy.confidence }
  }
  if (ageBefore(adult.birthDate, situation.month) >= amounts.temporaryFromAge.value) {
    return { name: 'age', confidence: amounts.temporaryFromAge.confidence }
  }
  if (!household.singleParent || !household.hasYoungChild) return null
  return { name: 'youngChild', confidence: amounts.temporaryChildUnder.confidence }
}
