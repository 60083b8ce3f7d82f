import { z } from 'zod'
import { parseDay, parseMonth, type Day, type Month } from '../../src/domain/calendar'
import { MAX_CENTS } from '../../src/domain/money'
import { parseFileNumber } from '../../src/server/access-codes'
import type { FaultKey } from './words'

/*
 * The shapes of the lines of a file of households (README.md beside this file). The message of every check is the key
 * of its sentence in words.ts. A field that is not here is refused: a field that nobody reads would be lost in silence.
 */

/** One check, said by one sentence. */
const says = (key: FaultKey) => key

/** No control character, no half of a surrogate pair, no space at an end. */
const isText = (text: string) => text === text.trim() && !/[\p{Cc}\p{Cs}]/u.test(text)

function text(most: number) {
  return z
    .string(says('text'))
    .min(1, says('empty'))
    .max(most, says('tooLong'))
    .refine(isText, { error: says('unclean'), abort: true })
}

const matching = (pattern: RegExp, key: FaultKey) => z.string(says(key)).regex(pattern, says(key))

const day = z
  .string(says('day'))
  .refine((value) => parseDay(value) !== null, says('day'))
  .transform((value) => value as Day)
const month = z
  .string(says('month'))
  .refine((value) => parseMonth(value) !== null, says('month'))
  .transform((value) => value as Month)
const flag = z.boolean(says('flag')).default(false)
const name = text(100).regex(/\p{L}/u, says('name'))
const choice = <const Values extends readonly string[]>(values: Values) => z.enum(values, says('choice'))
const list = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item, says('list')).max(most, says('tooMany'))

/** The file number as the agency writes it: capital letters, digits, and hyphens between them. */
export const fileNumberShape = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/
/** A file number as it is compared: two that differ by their hyphens alone are the same. */
export const comparedNumber = (fileNumber: string): string => fileNumber.replaceAll('-', '')
const fileNumber = z
  .string(says('fileNumber'))
  .max(32, says('fileNumber'))
  .regex(fileNumberShape, says('fileNumber'))
  .refine((value) => parseFileNumber(value) !== null, says('fileNumber'))

/** Nine digits whose last one checks the others. It is never required, and never kept. */
const socialInsuranceNumber = z.string(says('sin')).refine((value) => {
  if (!/^\d{9}$/.test(value)) return false
  const total = [...value].reduce((sum, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return total % 10 === 0
}, says('sin'))

const contact = z.strictObject({
  email: z.email(says('email')).max(254, says('email')).nullable().default(null),
  mobile: matching(/^\+1[2-9]\d{2}[2-9]\d{6}$/, 'phone')
    .nullable()
    .default(null),
  notifyBy: choice(['email', 'text', 'letter', 'none']).default('none'),
  safeNote: text(500).nullable().default(null),
})

const constraint = z.strictObject({
  kind: choice(['temporary', 'severe']),
  from: day,
  until: day.nullable().default(null),
})

const adult = z.strictObject({
  givenName: name,
  familyName: name,
  birthDate: day,
  language: choice(['fr', 'en']),
  from: day,
  /** Why someone younger than 18 has a file of their own. */
  minorBecause: choice(['married', 'parent', 'emancipated']).nullable().default(null),
  sin: socialInsuranceNumber.nullable().default(null),
  constraints: list(constraint, 50).default([]),
  contact: contact.nullable().default(null),
})

const child = z.strictObject({ givenName: name, familyName: name, birthDate: day, from: day })

const situation = z.strictObject({
  from: month,
  programme: choice(['socialAssistance', 'socialSolidarity', 'basicIncome']),
  onAssistanceSince: month,
  livesWithParents: flag,
  spouseOfStudent: flag,
  subsidisedDwelling: flag,
  fluctuatingIncome: flag,
  recoveryCents: z
    .int(says('cents'))
    .min(0, says('cents'))
    .max(MAX_CENTS as number, says('cents'))
    .default(0),
})

const address = z.strictObject({
  street: text(200),
  unit: text(40).nullable().default(null),
  city: text(100),
  postalCode: matching(/^[GHJ]\d[A-Z] \d[A-Z]\d$/, 'postalCode'),
  from: day,
  protected: z.boolean(says('flag')),
})

/** An adult, by the number of their file and their place in its list, from 1. */
const adultPlace = z.int(says('adultPlace')).min(1, says('adultPlace')).max(2, says('adultPlace'))

const mandate = z.strictObject({
  adult: adultPlace,
  representative: z.strictObject({ fileNumber, adult: adultPlace }),
  kind: choice(['administrator', 'publicCurator', 'powerOfAttorney', 'communityHelper']),
  organisation: text(200).nullable().default(null),
  rights: list(choice(['read', 'file', 'report']), 3).refine(
    (rights) => rights.includes('read') && new Set(rights).size === rights.length,
    says('rights'),
  ),
  from: day,
  until: day.nullable().default(null),
})

const obligation = z.strictObject({ month, files: choice(['always', 'whenChanged']), reason: text(500) })

export const householdSchema = z.strictObject({
  type: z.literal('household', says('type')),
  fileNumber,
  office: text(20),
  adults: list(adult, 2).min(1, says('noAdult')),
  children: list(child, 30).default([]),
  situations: list(situation, 200).min(1, says('noSituation')),
  address: address.nullable().default(null),
  mandates: list(mandate, 20).default([]),
  obligations: list(obligation, 200).default([]),
})
export type HouseholdLine = z.infer<typeof householdSchema>
export type MandateLine = HouseholdLine['mandates'][number]

export const headerSchema = z.strictObject({
  type: z.literal('header', says('type')),
  format: z.literal('quinze-households', says('format')),
  version: z.literal(1, says('version')),
  agency: text(200),
  madeOn: day,
  covers: text(500),
})
export type Header = z.infer<typeof headerSchema>

const total = z
  .int(says('total'))
  .min(0, says('total'))
  .max(1e15 as number, says('total'))
/** What the file says it holds. */
export const totalsSchema = z.strictObject({
  type: z.literal('totals', says('type')),
  households: total,
  adults: total,
  children: total,
  mandates: total,
  recoveryCents: total,
})
export const counted = ['households', 'adults', 'children', 'mandates', 'recoveryCents'] as const
export type Totals = Record<(typeof counted)[number], number>
