import { createHash } from 'node:crypto'
import {
  addMonths,
  type Day,
  dayOf,
  dayOfMonth,
  type Instant,
  monthOf,
  type Month,
} from '../../src/domain/calendar'
import { cents } from '../../src/domain/money'
import { nothingChanged, type StatementAnswers, type WorkIncome } from '../../src/domain/statement/answers'
import { estimatesOf, type FiledAnswers } from '../../src/domain/statement/confirmation'
import { isLate } from '../../src/domain/statement/deadline'
import { type IncomeReport, knownIncome } from '../../src/domain/statement/known-income'
import { obligationFor } from '../../src/domain/statement/obligation'
import { digestInput, prune } from '../../src/domain/statement/prune'
import { makeReceiptNumber } from '../../src/domain/statement/receipt-number'
import { benefitSituation, type Payment, type paymentsOnce } from './benefits'
import { at, type Frame, type FrameMonth } from './frame'
import { constraintIn, type MadeHousehold, type MadePerson, situationIn } from './households'
import { earnerOf } from './income'
import { type Random, randomOf, uuidOf, type Weights } from './random'

export type MadeFiling = {
  readonly id: string
  readonly kind: 'statement' | 'change'
  readonly month: Month
  readonly version: number
  readonly receiptNumber: string
  readonly answers: FiledAnswers & { readonly adults: readonly { id: string; name: string }[] }
  readonly digest: string
  readonly language: string
  readonly by: MadePerson
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly lateReason: string | null
  readonly correctionReason: string | null
  readonly key: string
  readonly payment: (Payment & { readonly id: string }) | null
  readonly confirmation: {
    readonly id: string
    readonly by: MadePerson
    readonly answer: 'agrees' | 'disagrees'
    readonly at: Instant
  } | null
}

/** When a household files, as a rule: the days of the month drawn from, and how often it is late or does not. */
type Habit = { readonly days: readonly [number, number]; readonly late: number; readonly missing: number }
const habits: Weights<Habit> = [
  [{ days: [1, 9], late: 0.01, missing: 0.005 }, 48],
  [{ days: [4, 15], late: 0.03, missing: 0.01 }, 32],
  [{ days: [12, 15], late: 0.1, missing: 0.03 }, 14],
  [{ days: [8, 15], late: 0.3, missing: 0.3 }, 6],
]

const lateReasons = ['J’étais à l’hôpital.', 'Mon téléphone était en panne.', 'J’ai oublié la date.', null]
const correctionReasons = ['J’avais oublié une journée de travail.', 'Le montant de ma paye était différent.']

/** Payments are kept for what was filed about these many last months, the current one included. */
export const monthsWithPayment = 2

/**
 * Everything a household sent in the months of the frame, in the order of the months: the statements it must file
 * (its programme says so, through the domain's policy), corrections, and the changes that the others report.
 */
export function makeFilings(
  frame: Frame,
  household: MadeHousehold,
  paymentFor: ReturnType<typeof paymentsOnce>,
): MadeFiling[] {
  const random = randomOf(frame.seed, household.index, 2)
  const habit = random.weighted(habits)
  const earner = earnerOf(household, situationIn(household, frame.month).fluctuatingIncome, random)
  const filings: MadeFiling[] = []
  for (const month of frame.months) {
    if (month.month < household.since) continue
    const monthly = randomOf(frame.seed, household.index, 1_000 + monthNumber(month.month))
    if (!mustFile(household, month)) {
      if (monthly.chance(0.012)) filings.push(...changeReport(frame, household, month, monthly))
      continue
    }
    const receivedAt = receipt(month, habit, monthly)
    if (receivedAt === null || receivedAt > frame.asOf) continue
    const firstTime = filings.every(({ kind }) => kind !== 'statement')
    const answers = earner({ on: dayWithin(month, receivedAt), random: monthly, firstTime })
    const write = writerOf(frame, household, month, monthly, filings, paymentFor)
    const first = write(1, answers, receivedAt, null)
    filings.push(first)
    const again = at(Date.parse(receivedAt) + monthly.whole(3_600_000, 5 * 86_400_000))
    if (!monthly.chance(0.025) || again > frame.asOf) continue
    filings.push(
      write(2, corrected(first.answers, household, monthly, dayWithin(month, receivedAt)), again, first),
    )
  }
  return filings
}

const monthNumber = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

function mustFile(household: MadeHousehold, { month, policy }: FrameMonth): boolean {
  const situation = situationIn(household, month)
  const constraints = household.adults.map((adult) => constraintIn(adult, month))
  return obligationFor({ ...situation, constraints }, policy, null).files === 'always'
}

/** When the statement of a month is received, or null when it never is. */
function receipt({ days, dueAt }: FrameMonth, habit: Habit, random: Random): Instant | null {
  const draw = random.next()
  const within = random.whole(7 * 60, 22 * 60) * 60_000 + random.whole(0, 59_999)
  if (draw < habit.missing) return null
  if (draw < habit.missing + habit.late) {
    const after = random.whole(1, 18)
    return at(Date.parse(dueAt) + 1 + (after - 1) * 86_400_000 + within)
  }
  return at(days[random.whole(habit.days[0], habit.days[1]) - 1]! + within)
}

/** A day of the month that has come when the form is received: the day before, or the last when it comes later. */
function dayWithin({ month, days }: FrameMonth, receivedAt: Instant): Day {
  const day = dayOf(receivedAt)
  return monthOf(day) === month ? day : dayOfMonth(month, days.length)
}

type Write = (
  version: number,
  answers: StatementAnswers,
  receivedAt: Instant,
  replaced: MadeFiling | null,
) => MadeFiling

function writerOf(
  frame: Frame,
  household: MadeHousehold,
  { month, dueAt }: FrameMonth,
  random: Random,
  before: readonly MadeFiling[],
  paymentFor: ReturnType<typeof paymentsOnce>,
): Write {
  return (version, told, receivedAt, replaced) => {
    const earlier = reportsOf(before).filter(
      (report) => report.month < month && report.receivedAt < receivedAt,
    )
    const answers = replaced
      ? prune({ ...told, confirmed: replaced.answers.confirmed })
      : complete(told, earlier, month, random)
    const paid = addMonths(month, 1)
    const hasPayment = addMonths(month, monthsWithPayment) > frame.month
    const payment = hasPayment
      ? paymentFor(benefitSituation(household, paid, [...earlier, { month, receivedAt, answers }]))
      : null
    const made = make(household, random, { kind: 'statement', month, version, answers, receivedAt })
    const late = isLate(receivedAt, dueAt) && !replaced
    return {
      ...made,
      dueAt,
      lateReason: late ? random.pick(lateReasons) : null,
      correctionReason: replaced ? random.pick(correctionReasons) : null,
      payment: payment && { ...payment, id: uuidOf(random, Date.parse(receivedAt)) },
      confirmation: hasPayment ? confirmationOf(frame, household, made, random) : null,
    }
  }
}

/** The latest version of each month. */
function reportsOf(filings: readonly MadeFiling[]): IncomeReport[] {
  return filings.filter(
    ({ kind, month, version }) =>
      kind === 'statement' && !filings.some((other) => other.month === month && other.version > version),
  )
}

/** The answers with the estimates of the month before made final. */
function complete(
  told: StatementAnswers,
  earlier: readonly IncomeReport[],
  month: Month,
  random: Random,
): FiledAnswers {
  const isEstimated = earlier.some(({ answers }) => estimatesOf(answers).length > 0)
  const estimates = isEstimated ? estimatesOf(knownIncome(earlier, addMonths(month, -1))) : []
  if (told.changed.length === 0 && estimates.length === 0) return unchanged
  const confirmed = estimates.map((estimate) => {
    const guessedRight = random.chance(0.6)
    const factor = guessedRight ? 1 : 0.8 + 0.4 * random.next()
    return { ...estimate, finalCents: cents(Math.round(estimate.estimatedCents * factor)) }
  })
  return prune({ ...told, confirmed })
}

const unchanged: FiledAnswers = { ...nothingChanged, confirmed: [] }

/** What was forgotten: one day of work, on top of the jobs already told. */
function corrected(
  first: MadeFiling['answers'],
  household: MadeHousehold,
  random: Random,
  on: Day,
): StatementAnswers {
  const { adults: _adults, confirmed: _confirmed, ...told } = first
  const netCents = random.whole(40, 180) * 100
  const forgotten: WorkIncome = {
    adultId: household.adults[0]!.id,
    employer: 'Ferme Inventée',
    grossCents: cents(Math.round(netCents * 1.1)),
    netCents: cents(netCents),
    certainty: 'final',
    ended: on,
  }
  return {
    ...told,
    changed: [...new Set([...told.changed, 'work'] as const)],
    work: [...told.work, forgotten],
  }
}

/** A change reported on a day, by a household that files only then. */
function changeReport(
  frame: Frame,
  household: MadeHousehold,
  month: FrameMonth,
  random: Random,
): MadeFiling[] {
  const receivedAt = at(month.days[random.whole(1, 27)]! + random.whole(7 * 60, 22 * 60) * 60_000)
  if (receivedAt > frame.asOf) return []
  const adultId = household.adults[0]!.id
  const on = dayWithin(month, receivedAt)
  const told: StatementAnswers = random.chance(0.5)
    ? { ...nothingChanged, changed: ['health'], health: [{ adultId, what: 'admitted', on }] }
    : { ...nothingChanged, changed: ['other'], other: 'Je cherche un nouveau logement.' }
  const answers = prune({ ...told, confirmed: [] })
  const made = make(household, random, {
    kind: 'change',
    month: month.month,
    version: 1,
    answers,
    receivedAt,
  })
  return [
    { ...made, dueAt: null, lateReason: null, correctionReason: null, payment: null, confirmation: null },
  ]
}

type Core = Pick<MadeFiling, 'kind' | 'month' | 'version' | 'receivedAt'> & { readonly answers: FiledAnswers }

function make(household: MadeHousehold, random: Random, core: Core) {
  const by =
    household.adults.length === 2 && random.chance(0.25) ? household.adults[1]! : household.adults[0]!
  const adults = household.adults.map((adult) => ({ id: adult.id, name: nameOf(adult) }))
  return {
    ...core,
    id: uuidOf(random, Date.parse(core.receivedAt)),
    receiptNumber: receiptNumber(household.index, core.month, random),
    answers: { ...core.answers, adults },
    digest: core.answers === unchanged ? unchangedDigest : digestOf(core.answers),
    language: by.language,
    by,
    key: uuidOf(random, Date.parse(core.receivedAt)),
  }
}

export const nameOf = ({ givenName, familyName }: MadePerson) => `${givenName} ${familyName}`

const digestOf = (answers: FiledAnswers) => createHash('sha256').update(digestInput(answers)).digest('hex')
const unchangedDigest = digestOf(unchanged)

/** Two households never meet: 20 of the 50 bits are a mixing of the household's number that never repeats. */
function receiptNumber(index: number, month: Month, random: Random): string {
  const mixed = Math.imul(index, 0x9e3b5) & 0xfffff
  const low = BigInt(mixed) | (BigInt(random.word() >>> 2) << 20n)
  const bytes = Uint8Array.from({ length: 7 }, (_, byte) => Number((low >> BigInt(8 * (6 - byte))) & 255n))
  return makeReceiptNumber(month, bytes)
}

/** The other adult's own word, for some of the couples. */
function confirmationOf(
  frame: Frame,
  household: MadeHousehold,
  filing: { readonly by: MadePerson; readonly receivedAt: Instant },
  random: Random,
): MadeFiling['confirmation'] {
  const other = household.adults.find((adult) => adult !== filing.by)
  const after = at(Date.parse(filing.receivedAt) + random.whole(60_000, 3 * 86_400_000))
  if (!other || after > frame.asOf || !random.chance(0.35)) return null
  const answer = random.chance(0.03) ? 'disagrees' : 'agrees'
  return { id: uuidOf(random, Date.parse(after)), by: other, answer, at: after }
}
