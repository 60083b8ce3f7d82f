import type { AssistedChannel } from '@/domain/access/identification'
import { addDays, addMonths, type Day, firstDay, lastDay, type Month } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import type { ChangeTopic } from '@/domain/statement/answers'
import type { Estimate, EstimateConfirmation, FiledAnswers } from '@/domain/statement/confirmation'
import { type JourneyAnswers, sendingPage, type JourneyPage } from '@/domain/statement/journey'
import { prune } from '@/domain/statement/prune'
import type { AnswerPart } from '@/domain/statement/differences'
import { readDate, readMoney, type Reading } from '@/domain/typed'
import { answersOf } from './answers-of'
import { type Draft, entryCount, tickedIn, valueOf } from './draft'
import { readPostalCode, readText } from './fields'
import { entryName, type FormField, maxEntries, partName, privateTopics, sectionOf } from './form'

/**
 * What is wrong with one field. `key` names a sentence of statement.json under `error`; `values` fill it.
 * Days and amounts travel as they are and are written in the reader's language by the page.
 */
export type FieldError = {
  readonly page: JourneyPage
  /** The name of the field, which is also the id of its (first) input in the page. */
  readonly field: string
  /** Of a date, the input to put right. */
  readonly part?: 'day' | 'month' | 'year'
  readonly key: string
  readonly values?: {
    readonly max?: number
    readonly earliest?: Day
    readonly latest?: Day
    /** The estimate to confirm. */
    readonly estimate?: Estimate
  }
}

/** What the answers are read against. */
export type FormContext = {
  readonly kind: 'statement' | 'change'
  readonly month: Month
  readonly adultIds: readonly string[]
  /** The amounts estimated last month, which this statement confirms. Empty for a change report. */
  readonly estimates: readonly Estimate[]
  /** The version being corrected, or null for a first statement. */
  readonly correcting: number | null
  /** How who helps was reached, and whether the paper is attached; null or absent when the person writes. */
  readonly assisted?: { readonly channel: AssistedChannel; readonly scanned: boolean } | null
}

/** A draft read strictly: answers that can be sent, or everything that is wrong, in the order of the pages. */
export type Read =
  | { readonly answers: FiledAnswers; readonly errors: readonly [] }
  | { readonly answers: null; readonly errors: readonly FieldError[] }

/** Reads the answers of a draft. The attestation and the reasons are read apart (`readSending`). */
export function readDraft(draft: Draft, context: FormContext): Read {
  const errors: FieldError[] = []
  const changed = tickedTopics(draft, context)
  const { confirmed, errors: confirmErrors } = readConfirmations(draft, context)
  errors.push(...confirmErrors)
  if (context.kind === 'change' && changed.length === 0)
    errors.push({ page: 'start', field: 'changed', key: 'changed.required' })
  // Told apart rather than left out: the office alone would read less than the person thinks.
  else if (tickedIn(draft).length > changed.length)
    errors.push({ page: 'start', field: 'changed', key: 'changed.notPrivate' })
  const entries = new Map<ChangeTopic, AnswerPart[]>()
  for (const topic of changed) {
    const read = readSection(draft, topic, context)
    errors.push(...read.errors)
    entries.set(topic, read.entries)
  }
  if (errors.length > 0) return { answers: null, errors }
  return { answers: prune({ ...answersOf(changed, entries), confirmed }), errors: [] }
}

/** What must accompany the answers on the page they are sent from: the attestation, a correction's reason. */
export function readSending(draft: Draft, context: FormContext): FieldError[] {
  const page = sendingPage(journeyOf(draft, context))
  const errors: FieldError[] = []
  if (context.correcting !== null) {
    const reason = readText(valueOf(draft, 'correctionReason'), 1_000)
    if (reason.problem !== undefined)
      errors.push(
        problem(page, 'correctionReason', `correctionReason.${after(reason.problem)}`, { max: 1_000 }),
      )
  }
  if (valueOf(draft, 'lateReason').trim().length > 1_000)
    errors.push(problem('start', 'lateReason', 'text.tooLong', { max: 1_000 }))
  if (valueOf(draft, 'attest') !== 'yes') errors.push({ page, field: 'attest', key: 'attest.required' })
  const isPaper = context.assisted?.channel === 'paper'
  if (isPaper && !context.assisted.scanned) errors.push({ page, field: 'readBack', key: 'readBack.scan' })
  else if (context.assisted && valueOf(draft, 'readBack') !== 'yes') {
    errors.push({ page, field: 'readBack', key: isPaper ? 'readBack.paper' : 'readBack.required' })
  }
  return errors
}

/** The path this draft leads through. */
export function journeyOf(draft: Draft, context: FormContext): JourneyAnswers {
  return {
    kind: context.kind,
    ticked: tickedTopics(draft, context),
    estimateDiffers: context.estimates.some((_, index) => valueOf(draft, `confirm.${index}.same`) === 'no'),
    correcting: context.correcting !== null,
  }
}

/** The topics that count: what only the office may read is about people, a move or one's own words. */
export function tickedTopics(draft: Draft, context: FormContext): ChangeTopic[] {
  const ticked = tickedIn(draft)
  return isPrivate(draft, context) ? ticked.filter((topic) => privateTopics.includes(topic)) : ticked
}

/** Whether this is a change report only the office may read. */
export function isPrivate(draft: Draft, context: FormContext): boolean {
  return context.kind === 'change' && valueOf(draft, 'private') === 'yes'
}

/** What a form field says of the estimate it confirms, so that it never confirms another one. */
export function estimateMark(estimate: Estimate): string {
  return [estimate.topic, estimate.adultId, estimate.estimatedCents, estimate.name].join('|')
}

function readConfirmations(draft: Draft, context: FormContext) {
  const confirmed: EstimateConfirmation[] = []
  const errors: FieldError[] = []
  context.estimates.forEach((estimate, index) => {
    const name = `confirm.${index}`
    const about = valueOf(draft, `${name}.of`) === estimateMark(estimate)
    const same = about ? valueOf(draft, `${name}.same`) : ''
    if (same === 'yes') confirmed.push({ ...estimate, finalCents: estimate.estimatedCents })
    else if (same === 'no') {
      const amount = readMoney(valueOf(draft, `${name}.final`))
      if (amount.problem === undefined) confirmed.push({ ...estimate, finalCents: amount.value })
      else errors.push({ page: 'start', field: `${name}.final`, key: amount.problem })
    } else errors.push(problem('start', `${name}.same`, 'confirm.required', { estimate }))
  })
  return { confirmed, errors }
}

function readSection(draft: Draft, topic: ChangeTopic, context: FormContext) {
  const section = sectionOf(topic)
  const entries: AnswerPart[] = []
  const errors: FieldError[] = []
  const count = Math.min(entryCount(draft, section), maxEntries)
  for (let index = 0; index < count; index += 1) {
    const name = entryName(section, index)
    const entry: Record<string, string | number | boolean | null> = {}
    for (const field of section.fields) {
      const window = dateWindow(field, context)
      const reading = readField(draft, `${name}.${field.name}`, field, window, context)
      if (reading.problem === undefined) entry[partName(field)] = reading.value
      else {
        const [earliest, latest] = window
        const values = { max: field.max ?? 0, earliest, latest }
        const wrong = problem('questions', `${name}.${field.name}`, reading.problem, values)
        errors.push(field.kind === 'date' ? { ...wrong, part: wrongPart(reading.problem) } : wrong)
      }
    }
    if (
      topic === 'absence' &&
      typeof entry.leftOn === 'string' &&
      entry.backOn &&
      entry.backOn < entry.leftOn
    )
      errors.push({ page: 'questions', field: `${name}.backOn`, part: 'day', key: 'date.backBeforeLeft' })
    entries.push(entry)
  }
  return { entries, errors }
}

function readField(
  draft: Draft,
  name: string,
  field: FormField,
  [earliest, latest]: readonly [Day, Day],
  context: FormContext,
): Reading<string | Cents | boolean | null> {
  const typed = valueOf(draft, name)
  switch (field.kind) {
    case 'adult': {
      const chosen = typed === '' && context.adultIds.length === 1 ? context.adultIds[0] : typed
      return chosen && context.adultIds.includes(chosen) ? { value: chosen } : { problem: 'adult.required' }
    }
    case 'choice':
      return field.choices?.includes(typed) ? { value: typed } : { problem: 'choice.required' }
    case 'yesNo':
      return typed === 'yes' || typed === 'no' ? { value: typed === 'yes' } : { problem: 'choice.required' }
    case 'date': {
      const parts = {
        day: valueOf(draft, `${name}.day`),
        month: valueOf(draft, `${name}.month`),
        year: valueOf(draft, `${name}.year`),
      }
      return optional(field, readDate(parts, earliest, latest))
    }
    case 'money':
      return optional(field, readMoney(typed))
    case 'postalCode':
      return optional(field, readPostalCode(typed))
    default:
      return optional(field, readText(typed, field.max ?? 100))
  }
}

/** An optional field left empty has no value; anything typed in it must still be right. */
function optional<T>(field: FormField, reading: Reading<T>): Reading<T | null> {
  return field.optional && reading.problem?.endsWith('.required') ? { value: null } : reading
}

/** Days that make sense: two years back, and no later than the end of the month unless the field allows it. */
function dateWindow(field: FormField, context: FormContext): readonly [Day, Day] {
  return [firstDay(addMonths(context.month, -24)), addDays(lastDay(context.month), field.daysAhead ?? 0)]
}

function wrongPart(problemName: string): 'day' | 'month' | 'year' {
  if (problemName === 'date.monthMissing') return 'month'
  return problemName === 'date.yearMissing' || problemName === 'date.year' ? 'year' : 'day'
}

function problem(
  page: JourneyPage,
  field: string,
  key: string,
  values: NonNullable<FieldError['values']>,
): FieldError {
  return { page, field, key, values }
}

function after(key: string): string {
  return key.slice(key.indexOf('.') + 1)
}
