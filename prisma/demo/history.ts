import type { Benefit } from '../../src/domain/benefit/line'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  dayOfMonth,
  type Instant,
  type Month,
  monthsBetween,
} from '../../src/domain/calendar'
import { nothingChanged, type StatementAnswers } from '../../src/domain/statement/answers'
import { confirm, type KnownIncome } from '../../src/domain/statement/known-income'
import { incomeTopics } from '../../src/domain/statement/confirmation'
import { effectiveDueInstant } from '../../src/domain/statement/deadline'
import { policyFor } from '../../src/domain/statement/policy'
import { prune } from '../../src/domain/statement/prune'
import { dutyOf, formContext, incomeBefore, policies, previewOf } from '../../src/features/statement/derive'
import type { Filing, Household, HouseholdPerson } from '../../src/features/statement/household'
import type { MandateKind } from '../../src/server/viewer'
import { morningOf } from '../builders'
import type { Course, DemoHousehold, DemoMandate } from './household'
import { answersOf, dayOfHappening, finalOf, type Happening, incomeOf, isHappening } from './lives'

/** How far back the history of a household goes, in months. */
const months = 12

/** A person of the household, and the days they were part of it. */
export type Presence = HouseholdPerson & {
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly language: 'fr' | 'en'
}

/** Someone who acts for the first adult. */
export type Acting = DemoMandate & {
  readonly mandateId: string
  readonly personId: string
  readonly name: string
}

/** A filing, and what goes with it. */
export type WrittenFiling = Filing & {
  readonly adults: readonly { readonly id: string; readonly name: string }[]
  readonly language: 'fr' | 'en'
  readonly lateReason: string | null
  readonly benefit: Benefit | null
  readonly mandate: { readonly id: string; readonly kind: MandateKind; readonly by: string } | null
  readonly words: readonly {
    readonly personId: string
    readonly answer: 'agrees' | 'disagrees'
    readonly note: string | null
    readonly at: Instant
  }[]
}

export type HistoryOf = {
  readonly entry: DemoHousehold
  /** A number of its own, so that households do not all file on the same day. */
  readonly number: number
  /** The household without people or filings. */
  readonly household: Household
  readonly people: readonly Presence[]
  readonly acting: readonly Acting[]
  readonly month: Month
}

/**
 * Twelve months of what a household would have sent, from its life: a statement each month there is a duty to file,
 * change reports otherwise. Duty, limits, amounts to confirm and payments come from the portal's own rules, month by
 * month, with what was known that day.
 */
export function historyOf(input: HistoryOf): WrittenFiling[] {
  const filings: WrittenFiling[] = []
  for (let ago = Math.min(input.entry.since, months); ago >= 0; ago -= 1) {
    const due = owes(input, ago)
    if (due) filings.push(...statementOf(input, filings, ago))
    filings.push(...changesOf(input, filings, ago, due))
  }
  return filings
}

/** The household as the portal sees it on a day. */
function on(input: HistoryOf, filings: readonly Filing[], day: Day): Household {
  const people = input.people.filter(
    ({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || day < untilDay),
  )
  return { ...input.household, people, filings }
}

function owes(input: HistoryOf, ago: number): boolean {
  const of = addMonths(input.month, -ago)
  return dutyOf(on(input, [], dayOfMonth(of, 9)), of).files === 'always'
}

function statementOf(input: HistoryOf, filings: readonly WrittenFiling[], ago: number): WrittenFiling[] {
  const { entry, month } = input
  const of = addMonths(month, -ago)
  if (entry.missing?.includes(ago) || (ago === 0 && entry.now !== 'sent')) return []
  const late = entry.late?.find((one) => one.ago === ago)
  const receivedAt = at(dayOfMonth(of, late?.day ?? entry.day ?? usualDay(input, ago)), input.number)
  const household = on(input, filings, dayOf(receivedAt))
  const ids = adultsOf(household).map((adult) => adult.id)
  const life = (entry.life ?? []).filter((course) => !(course.told && startOf(course) === ago))

  const { estimates } = formContext(household, 'statement', of, {})
  const confirmed = estimates.map((estimate) => ({
    ...estimate,
    finalCents: finalOf(entry.life ?? [], ago + 1, estimate),
  }))
  const known = confirm(incomeBefore(household, 'statement', of), { ...nothingChanged, confirmed })
  const happened = life.filter(isHappening).filter((one) => !one.told && toldIn(one) === ago)
  const answers = { ...answersFrom(input, known, ago, life, happened, ids), confirmed }
  const common = { of, kind: 'statement' as const, lateReason: late?.reason ?? null }

  const correction = entry.corrections?.find((one) => one.ago === ago)
  if (!correction) return [filed(input, filings, { ...common, receivedAt, answers })]
  if (!answers.changed.includes(correction.forgot))
    throw new Error(`${entry.fileNumber}: nothing to forget about ${correction.forgot} ${ago} months ago`)
  const changed = answers.changed.filter((topic) => topic !== correction.forgot)
  const first = filed(input, filings, { ...common, receivedAt, answers: { ...answers, changed } })
  const second = filed(input, [...filings, first], {
    ...common,
    receivedAt: at(addDays(dayOf(receivedAt), 2), input.number + 3),
    answers,
    version: 2,
    correctionReason: correction.reason,
  })
  return [{ ...first, words: [], confirmedBy: [] }, second]
}

/** What is told on any day: what the life says is told so, or everything when there is no statement. */
function changesOf(
  input: HistoryOf,
  earlier: readonly WrittenFiling[],
  ago: number,
  due: boolean,
): WrittenFiling[] {
  const { entry, month } = input
  const of = addMonths(month, -ago)
  const life = entry.life ?? []
  const told: WrittenFiling[] = []
  for (const kind of ['change', 'privateChange'] as const) {
    const happened = life
      .filter(isHappening)
      .filter((one) => one.ago === ago && (one.told ?? (due ? 'statement' : 'change')) === kind)
    const begun = life.some((course) => course.told === kind && startOf(course) === ago)
    if (due && happened.length === 0 && !begun) continue
    if (ago === 0 && due && entry.now !== 'sent' && happened.length === 0) continue
    const last = Math.max(...happened.map(dayOfHappening), due ? 18 : 12)
    const receivedAt = at(dayOfMonth(of, ago === 0 ? 8 : Math.min(last + 2, 28)), input.number)
    const filings = [...earlier, ...told]
    const household = on(input, filings, dayOf(receivedAt))
    const ids = adultsOf(household).map((adult) => adult.id)
    const known = incomeBefore(household, 'change', of)
    const counted = kind === 'change' ? life : life.filter(isHappening)
    const answers = { ...answersFrom(input, known, ago, counted, happened, ids, kind), confirmed: [] }
    if (answers.changed.length > 0) told.push(filed(input, filings, { of, kind, receivedAt, answers }))
  }
  return told
}

/** The topics that differ from what was known, and what happened. */
function answersFrom(
  input: HistoryOf,
  known: KnownIncome,
  ago: number,
  life: readonly Course[],
  happened: readonly Happening[],
  adultIds: readonly string[],
  kind: Filing['kind'] = 'statement',
): StatementAnswers {
  const income = incomeOf(life, input.month, ago, adultIds)
  const differs = incomeTopics.filter(
    (topic) => kind !== 'privateChange' && JSON.stringify(income[topic]) !== JSON.stringify(known[topic]),
  )
  const parts = happened.map((one) => answersOf(one, input.month, adultIds, input.entry.address))
  return {
    ...nothingChanged,
    ...income,
    ...Object.assign({}, ...parts),
    changed: [...differs, ...happened.map(topicOf)],
  } as StatementAnswers
}

type Sent = {
  readonly of: Month
  readonly kind: Filing['kind']
  readonly receivedAt: Instant
  readonly answers: Filing['answers']
  readonly version?: number
  readonly lateReason?: string | null
  readonly correctionReason?: string
}

function filed(input: HistoryOf, filings: readonly WrittenFiling[], sent: Sent): WrittenFiling {
  const { entry } = input
  const { of, kind, receivedAt } = sent
  const day = dayOf(receivedAt)
  const before = filings.at(-1)
  if (before && before.receivedAt >= receivedAt)
    throw new Error(`${entry.fileNumber}: what is sent on ${day} comes before what was sent already`)
  const household = on(input, filings, day)
  const adults = adultsOf(household)
  const filer = adults[filerIndex(entry, of, adults.length)]!
  const acting = input.acting.find((one) => one.files && of >= addMonths(input.month, -one.from))
  const answers = prune(sent.answers)
  const payment = kind === 'privateChange' ? null : previewOf(household, kind, of, answers, receivedAt).after
  const ago = monthsBetween(of, input.month)
  const versions = filings.filter((filing) => filing.kind === kind && filing.month === of).length
  const presence = input.people.find((person) => person.id === filer.id)
  const words = kind === 'statement' ? wordsOf(input, adults, filer.id, ago, day) : []
  return {
    id: crypto.randomUUID(),
    kind,
    month: of,
    version: sent.version ?? versions + 1,
    receiptNumber: '',
    answers,
    adults: adults.map(({ id, name }) => ({ id, name })),
    digest: '',
    key: crypto.randomUUID(),
    filedByPerson: filer.id,
    filedByName: acting?.name ?? filer.name,
    receivedAt,
    dueAt: kind === 'statement' ? dueAt(household, of) : null,
    correctionReason: sent.correctionReason ?? null,
    confirmedBy: words.map(({ personId, answer }) => ({ personId, answer })),
    words,
    language: presence?.language ?? 'fr',
    lateReason: sent.lateReason ?? null,
    benefit: payment?.computed ? payment : null,
    mandate: acting ? { id: acting.mandateId, kind: acting.kind, by: acting.personId } : null,
  }
}

function dueAt(household: Household, of: Month): Instant {
  const { id: householdId, office, extensions } = household
  const place = { householdId, officeId: office.id, regionCode: office.regionCode }
  return effectiveDueInstant(of, policyFor(of, policies), extensions, place).at
}

/** The other adult's word, two days later. */
function wordsOf(
  { entry, number }: HistoryOf,
  adults: readonly HouseholdPerson[],
  filerId: string,
  ago: number,
  day: Day,
): WrittenFiling['words'] {
  if (ago === 0 || entry.unconfirmed?.includes(ago)) return []
  const no = entry.disagrees?.ago === ago ? entry.disagrees : null
  return adults
    .filter((adult) => adult.id !== filerId)
    .map((adult) => ({
      personId: adult.id,
      answer: no ? 'disagrees' : 'agrees',
      note: no?.note ?? null,
      at: at(addDays(day, 2), number + 7),
    }))
}

function filerIndex(entry: DemoHousehold, of: Month, adults: number): number {
  if (entry.filer === 'inTurn') return Number(of.slice(5)) % adults
  return entry.filer === 'second' ? adults - 1 : 0
}

/** People file from the 5th to the 13th, each at their hour; this month, by the 7th, so that a correction is past too. */
function usualDay({ number }: HistoryOf, ago: number): number {
  return 5 + ((number * 7 + ago * 4) % (ago === 0 ? 3 : 9))
}

function at(day: Day, number: number): Instant {
  const minutes = (number * 37) % 480
  return new Date(Date.parse(morningOf(day)) + minutes * 60_000).toISOString() as Instant
}

/** What happened after people file is told in the next statement. */
function toldIn(happening: Happening): number {
  return dayOfHappening(happening) <= 4 ? happening.ago : happening.ago - 1
}

function startOf(course: Course): number {
  return isHappening(course) ? course.ago : course.from
}

function topicOf(happening: Happening): StatementAnswers['changed'][number] {
  if (happening.what === 'savings') return 'assets'
  return happening.what === 'words' ? 'other' : happening.what
}

function adultsOf(household: Household): HouseholdPerson[] {
  return household.people.filter((person) => person.role === 'adult')
}
