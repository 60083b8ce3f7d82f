import { cents } from '../money'
import { incomeKinds } from './income-kinds'
import type { IncomeKind } from './income-kinds'
import { inFull } from './other-income'
import { write } from './sheet'
import type { Sheet } from './sheet'

const alone = { programme: 'basicIncome', adults: 1 } as const

/**
 * Basic Income (RAPF 177.60): one adult, whose needs and resources are theirs alone even in a couple (RAPF 3.1). False
 * before the programme began. That a single parent is a single person was not read: uncertain.
 */
export function writeBasicIncome(sheet: Sheet): boolean {
  const { amounts, household, situation } = sheet
  const { basicIncome, basicIncomeSingle, basicIncomeMinor, basicIncomeStudent } = amounts
  if (!basicIncome || !basicIncomeSingle || !basicIncomeMinor || !basicIncomeStudent) return false
  write(sheet, 'basicBenefit', basicIncome.value, 'RAPF 177.60', basicIncome, alone)
  if (household.independent || household.singleParent) {
    const sure = household.independent ? 'confirmed' : 'uncertain'
    write(sheet, 'singlePerson', basicIncomeSingle.value, 'RAPF 177.60', basicIncomeSingle, alone, sure)
  }
  const { minors } = household
  if (minors > 0) {
    const detail = { children: minors }
    write(sheet, 'minorChildren', basicIncomeMinor.value * minors, 'RAPF 177.74', basicIncomeMinor, detail)
  }
  const adultChildren = situation.children.length - minors
  if (adultChildren > 0) {
    // Their studies are taken to be vocational or post-secondary: the facts say only that they attend school.
    const detail = { children: adultChildren }
    const amount = basicIncomeStudent.value * adultChildren
    write(sheet, 'adultStudents', amount, 'RAPF 177.74', basicIncomeStudent, detail, 'uncertain')
  }
  return true
}

/** Replaces income by a public body: counts in full, each month (ADEL 226267). */
const replacing = [
  'parentalInsurance',
  'employmentInsurance',
  'pension',
  'workAccident',
  'roadAccident',
] as const satisfies readonly IncomeKind[]
/** Told to Revenu Québec at the year's end. A lump sum is neither of a month nor of a year: it is money held. */
const yearlyKinds: readonly IncomeKind[] = incomeKinds.filter(
  (kind) => kind !== 'lumpSum' && !replacing.some((one) => one === kind),
)

const rule = { source: 'adel226267', confidence: 'confirmed' } as const

/**
 * What a public body pays in place of income lowers the month; all other income is told to Revenu Québec, and lowers the
 * next year above the yearly exclusion.
 */
export function writeYearlyIncome(sheet: Sheet): void {
  const { amounts, situation } = sheet
  const { basicIncomeYearly: yearly, basicIncomeReduction: reduction } = amounts
  for (const kind of replacing) inFull(sheet, kind, kind, 'ADEL 226267', rule)
  let received = 0
  for (const job of situation.income.work) received += job.netCents
  for (const activity of situation.income.selfEmployment) received += activity.netCents
  for (const { kind, monthlyCents } of situation.income.other) {
    if (yearlyKinds.includes(kind)) received += monthlyCents
  }
  if (received === 0 || !yearly || !reduction) return
  const percent = reduction.value / 100
  const detail = { receivedCents: cents(received), limitCents: cents(yearly.value), percent }
  write(sheet, 'yearlyIncome', 0, 'RAPF 177.60', yearly, detail)
}
