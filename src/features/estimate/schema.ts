import { z } from 'zod'
import { monthOf, parseDay, parseMonth, type Day, type Month } from '@/domain/calendar'
import { MAX_CENTS, type Cents } from '@/domain/money'
import { programmes, type Constraint } from '@/domain/benefit/situation'
import { canadianStatuses, type HouseholdCase } from '@/domain/estimate/case'
import { basicOneAdultCents } from '@/domain/rates/social-assistance'
import { incomeKinds } from '@/domain/benefit/income-kinds'
import { component, described, type FieldName } from './described'

/*
 * What `POST /api/estimates` takes. The schemas are strict: a fact misspelt is refused, never left out of an answer.
 * What is not said has the default written here; an explicit `null`, where it is taken, means "not known", and the
 * answer then asks. Numbers are numbers: nothing is read out of text.
 */

/** The first month whose amounts are known. */
export const firstMonth = basicOneAdultCents.at(-1)!.from
/** The most cases one request may carry, and points a curve may have. */
export const mostCases = 1_000
export const mostPoints = 1_001
/** The most a thing owned may be worth: 99 999 999,99 $. */
const MAX_VALUE = 9_999_999_999
const mostAdults = 2
const constraints = ['none', 'temporary', 'severe'] as const satisfies readonly Constraint[]

const mostItems = 20
const oldest = 110

/** A rule of ours that no schema says by itself: its sentence is `estimates.error.<rule>`. */
export type OwnRule =
  | 'month'
  | 'monthBeforeTables'
  | 'day'
  | 'dayOutsideMonth'
  | 'endedAboveWork'
  | 'tooManyPoints'
  | 'postalCode'
  | 'outsideQuebec'
type Check = z.core.$RefinementCtx
/** Says of a value that it breaks one of our rules. */
export const fault = (
  check: Check,
  rule: OwnRule,
  path: PropertyKey[] = [],
  values: Record<string, string | number> = {},
) => check.addIssue({ code: 'custom', params: { rule, values }, path, continue: false })

const whole = (least: number, most: number) => z.int().min(least).max(most)
const money = (most: number = MAX_CENTS) => whole(0, most) as unknown as z.ZodType<Cents, number>
const amount = (name: FieldName, most?: number) => described(name, money(most))
const none = 0 as Cents
/** An amount that is zero when it is not said. */
const amountOrNone = (name: FieldName, most?: number) => described(name, money(most).default(none))
const flag = (name: FieldName) => described(name, z.boolean().default(false))
const count = (name: FieldName, most: number, otherwise = 0) =>
  described(name, whole(0, most).default(otherwise))
/** A fact that may be said not to be known. */
const known = (name: FieldName, otherwise: boolean) =>
  described(name, z.boolean().nullable().default(otherwise))

const month = z.string().superRefine((text, check) => {
  if (!parseMonth(text)) fault(check, 'month')
  else if (text < firstMonth) fault(check, 'monthBeforeTables', [], { first: firstMonth })
}) as unknown as z.ZodType<Month, string>
const day = z.string().superRefine((text, check) => {
  if (!parseDay(text)) fault(check, 'day')
}) as unknown as z.ZodType<Day, string>

const income = component(
  'Income',
  z.strictObject({
    kind: described('incomeKind', z.enum(incomeKinds)),
    monthlyCents: amount('incomeMonthly'),
  }),
)

const absence = component(
  'Absence',
  z.strictObject({
    consecutiveDays: described('consecutiveDays', whole(0, 1_000)),
    daysOfMonth: described('daysOfMonth', whole(0, 31)),
    excused: flag('excused'),
  }),
)

const endedWork = component(
  'EndedWork',
  z.strictObject({
    netMonthlyCents: amount('endedNet'),
    lastedMonths: described('lastedMonths', whole(0, 1_200)),
    declaredInTime: flag('declaredInTime'),
  }),
)

const adult = component(
  'Adult',
  z
    .strictObject({
      age: described('adultAge', whole(0, oldest)),
      constraint: described('constraint', z.enum(constraints).default('none')),
      netWorkIncomeMonthlyCents: amountOrNone('netWorkIncome'),
      otherIncome: described('otherIncome', z.array(income).max(mostItems).default([])),
      student: known('student', false),
      livesWithParent: known('livesWithParent', false),
      status: described('status', z.enum(canadianStatuses).nullable().default('citizen')),
      livesInQuebec: known('livesInQuebec', true),
      emancipated: known('emancipated', false),
      inCustody: flag('inCustody'),
      inReligiousCommunity: flag('inReligiousCommunity'),
      sheltered: flag('sheltered'),
      pregnantWeeks: count('pregnantWeeks', 45),
      severeMonthsOfLast72: count('severeMonths', 72),
      hasHadAssistance: known('hasHadAssistance', true),
      absence: described('absence', absence.nullable().default(null)),
      endedWork: described('endedWork', endedWork.nullable().default(null)),
      netSelfEmploymentMonthlyCents: amountOrNone('selfEmployment'),
      parentalContributionMonthlyCents: described('parentalContribution', money().nullable().default(none)),
      dependsOnParents: known('dependsOnParents', false),
    })
    .superRefine((one, check) => {
      if (one.endedWork && one.endedWork.netMonthlyCents > one.netWorkIncomeMonthlyCents) {
        fault(check, 'endedAboveWork', ['endedWork', 'netMonthlyCents'])
      }
    }),
)

const child = component(
  'Child',
  z.strictObject({
    age: described('childAge', whole(0, oldest)),
    custodyPercent: count('custodyPercent', 100, 100),
    student: flag('childStudent'),
    emancipated: flag('childEmancipated'),
    handicapSupplement: flag('handicapSupplement'),
    familyAllowanceMonthlyCents: described('familyAllowance', money().nullable().default(null)),
    canadaChildBenefitMonthlyCents: described('canadaChildBenefit', money().nullable().default(null)),
  }),
)

const vehicle = component(
  'Vehicle',
  z.strictObject({ valueCents: amount('vehicleValue', MAX_VALUE), adapted: flag('adapted') }),
)
const property = component(
  'Property',
  z.strictObject({
    residenceCents: amountOrNone('residence', MAX_VALUE),
    otherCents: amountOrNone('otherProperty', MAX_VALUE),
    vehicles: described('vehicles', z.array(vehicle).max(mostItems).default([])),
  }),
)
const givenAway = component(
  'GivenAway',
  z.strictObject({
    valueCents: amount('givenAwayValue', MAX_VALUE),
    monthsAgo: described('monthsAgo', whole(0, 24)),
  }),
)
const noProperty = { residenceCents: none, otherCents: none, vehicles: [] }

const facts = {
  month: described('month', month, { pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
  adults: described('adults', z.array(adult).min(1).max(mostAdults)),
  children: described('children', z.array(child).max(mostItems).default([])),
  liquidAssetsCents: described('liquidAssets', money(MAX_VALUE).nullable().default(none)),
  monthsOnAssistance: count('monthsOnAssistance', 1_200),
  subsidisedHousing: flag('subsidisedHousing'),
  applicationDay: described('applicationDay', day.nullable().default(null), { format: 'date' }),
  programme: described('programme', z.enum(programmes).nullable().default(null)),
  property: described('property', property.nullable().default(noProperty)),
  givenAway: described('givenAway', z.array(givenAway).max(mostItems).default([])),
  comesFromOtherProgramme: flag('comesFromOtherProgramme'),
  sharesDwelling: flag('sharesDwelling'),
  shelterAllowanceMonthlyCents: amountOrNone('shelterAllowance'),
  recoveryWithholdingMonthlyCents: amountOrNone('recoveryWithholding'),
}

function checkCase({ month: of, applicationDay }: HouseholdCase, check: Check): void {
  if (applicationDay && monthOf(applicationDay) !== of) fault(check, 'dayOutsideMonth', ['applicationDay'])
}

/** One household, as it is asked about. */
export const caseSchema = component(
  'Case',
  z.strictObject(facts).superRefine(checkCase),
) satisfies z.ZodType<HouseholdCase>

/** Several households at once. */
export const batchSchema = component('Batch', z.array(caseSchema).min(1).max(mostCases))

/** One household, and the work income to draw its benefit over. */
export const curveSchema = component(
  'CurveRequest',
  z
    .strictObject({
      ...facts,
      toCents: described('toCents', whole(1, MAX_CENTS).default(300_000)),
      stepCents: described('stepCents', whole(1, MAX_CENTS).default(5_000)),
    })
    .superRefine((asked, check) => {
      checkCase(asked, check)
      if (Math.floor(asked.toCents / asked.stepCents) + 1 > mostPoints) {
        fault(check, 'tooManyPoints', ['stepCents'], { maximum: mostPoints })
      }
    }),
)
export type CurveRequest = z.output<typeof curveSchema>
