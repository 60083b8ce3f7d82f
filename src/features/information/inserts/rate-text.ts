import type { Month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import * as assets from '@/domain/rates/assets'
import * as assetsAfterOtherProgramme from '@/domain/rates/assets-after-other-programme'
import * as assetsAtApplication from '@/domain/rates/assets-at-application'
import * as basicIncome from '@/domain/rates/basic-income'
import * as children from '@/domain/rates/children'
import * as employmentAssistance from '@/domain/rates/employment-assistance'
import * as income from '@/domain/rates/income'
import * as property from '@/domain/rates/property'
import * as recovery from '@/domain/rates/recovery'
import * as refugeeClaimants from '@/domain/rates/refugee-claimants'
import * as residence from '@/domain/rates/residence'
import * as socialAssistance from '@/domain/rates/social-assistance'
import * as socialSolidarity from '@/domain/rates/social-solidarity'
import * as specialBenefits from '@/domain/rates/special-benefits'
import { rateFor } from '@/domain/rates/table'
import type { RateTable } from '@/domain/rates/table'
import { formatPercent, formatShortMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'

/** Every file of rates, by its name. */
const files: Readonly<Record<string, Readonly<Record<string, RateTable>>>> = {
  assets,
  'assets-after-other-programme': assetsAfterOtherProgramme,
  'assets-at-application': assetsAtApplication,
  'basic-income': basicIncome,
  children,
  'employment-assistance': employmentAssistance,
  income,
  property,
  recovery,
  'refugee-claimants': refugeeClaimants,
  residence,
  'social-assistance': socialAssistance,
  'social-solidarity': socialSolidarity,
  'special-benefits': specialBenefits,
}

const byName = new Map<string, RateTable>()
/** The full names behind a short one. */
const fullNames = new Map<string, string[]>()
for (const [file, tables] of Object.entries(files)) {
  for (const [name, table] of Object.entries(tables)) {
    const fullName = `${file}.${name}`
    byName.set(fullName, table)
    fullNames.set(name, [...(fullNames.get(name) ?? []), fullName])
  }
}

/**
 * The rate table a content file names: `supplementBasisPoints`, or `social-assistance.basicOneAdultCents` where several
 * files have a table of that name.
 * @throws when no table has the name, or several have: the build stops there
 */
export function rateTableNamed(name: string): RateTable {
  const [only, ...others] = name.includes('.') ? [name] : (fullNames.get(name) ?? [])
  const table = only && byName.get(only)
  if (!table) throw new Error(`No rate is called “${name}”`)
  if (others.length > 0) throw new Error(`Which rate is “${name}”: ${[only, ...others].join(', ')}?`)
  return table
}

/**
 * The value in force in a month of the rate named, in words of its unit: `200 $`, `25 %`, `7`.
 * @throws when no rate has that name, or none is known that early
 */
export function rateText(name: string, month: Month, locale: Locale): string {
  return inUnit(name, rateFor(rateTableNamed(name), month).value, locale)
}

/**
 * A whole number in words of the unit that ends the name of its rate.
 * @throws when the name ends with none
 */
export function inUnit(name: string, value: number, locale: Locale): string {
  if (name.endsWith('Cents')) return formatShortMoney(cents(value), locale)
  if (name.endsWith('BasisPoints')) return formatPercent(value / 100, locale)
  if (/(Days|Weeks|Months|Years|Children)$/.test(name)) return String(value)
  throw new Error(`The name of the rate “${name}” ends with no unit`)
}
