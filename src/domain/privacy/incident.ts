import { addMonths, day, daysIn, firstDay, monthOf, type Day } from '../calendar'
import { readDate, storableText, westernDigits, type TypedDate } from '../typed'
import type { Confidence } from '../rates/table'

/*
 * An entry of the register of confidentiality incidents. Act respecting Access, ss. 63.8 to 63.11; Regulation
 * respecting confidentiality incidents (A-2.1, r. 3.1), ss. 7 and 8: recalled, and not read here.
 */

/** How sure the content of an entry and its time are. */
export const incidentConfidence = 'uncertain' as Confidence
/** Years an entry is kept, from the day the agency became aware of the incident (Regulation, s. 8). */
export const yearsKept = 5

/** An entry, as much of it as is known. Words are empty, and the rest null, until they are. */
export type Incident = {
  /** The personal information concerned, or why it cannot be described. */
  readonly information: string
  readonly whyNotDescribed: string
  readonly circumstances: string
  /** When it happened: a day, a period, or words when no day is known. */
  readonly occurredFrom: Day | null
  readonly occurredUntil: Day | null
  readonly occurredWords: string
  /** When the agency became aware of it: a day or a period. */
  readonly awareFrom: Day
  readonly awareUntil: Day | null
  /** How many people it concerns, and whether that is an approximation. */
  readonly persons: number | null
  readonly approximate: boolean
  /** What leads to the conclusion (s. 63.10): how sensitive it is, what use is feared, how likely an injurious one is. */
  readonly sensitivity: string
  readonly fearedUse: string
  readonly likelihood: string
  /** Whether there is a risk of serious injury. */
  readonly serious: boolean | null
  readonly commissionTold: Day | null
  readonly personsTold: Day | null
  /** Why people were not told, or not yet: it would hamper an inquiry. */
  readonly whyNotTold: string
  readonly publicNotice: boolean | null
  readonly publicNoticeWhy: string
  /** What was done to reduce the risk. */
  readonly measures: string
}

/** What an entry may still lack, in the order of the form. Each has a sentence in both languages. */
export const missingThings = [
  'information',
  'occurred',
  'persons',
  'sensitivity',
  'fearedUse',
  'likelihood',
  'conclusion',
  'commissionNotice',
  'personsNotice',
  'publicNotice',
  'publicNoticeWhy',
  'measures',
] as const
export type Missing = (typeof missingThings)[number]

/**
 * What is missing of an entry. Where the risk is serious the Commission and the people are told promptly (s. 63.8): each
 * notice is missing from the first moment.
 */
export function missingOf(incident: Incident): Missing[] {
  const lacks: Readonly<Record<Missing, boolean>> = {
    information: incident.information === '' && incident.whyNotDescribed === '',
    occurred: incident.occurredFrom === null && incident.occurredWords === '',
    persons: incident.persons === null,
    sensitivity: incident.sensitivity === '',
    fearedUse: incident.fearedUse === '',
    likelihood: incident.likelihood === '',
    conclusion: incident.serious === null,
    commissionNotice: incident.serious === true && incident.commissionTold === null,
    personsNotice: incident.serious === true && incident.personsTold === null && incident.whyNotTold === '',
    publicNotice: incident.serious === true && incident.publicNotice === null,
    publicNoticeWhy: incident.publicNotice === true && incident.publicNoticeWhy === '',
    measures: incident.measures === '',
  }
  return missingThings.filter((thing) => lacks[thing])
}

/**
 * The last day an entry must be kept: five years after the day, or the end of the period, when the agency became aware.
 * A 29 February is kept until the 1 March that follows.
 */
export function keptUntil({ awareFrom, awareUntil }: Pick<Incident, 'awareFrom' | 'awareUntil'>): Day {
  const aware = awareUntil ?? awareFrom
  const month = addMonths(monthOf(aware), 12 * yearsKept)
  const number = aware.slice(8)
  return Number(number) > daysIn(month) ? firstDay(addMonths(month, 1)) : day(`${month}-${number}`)
}

/** The words of an entry, by field. */
export const incidentWords = [
  'information',
  'whyNotDescribed',
  'circumstances',
  'occurredWords',
  'sensitivity',
  'fearedUse',
  'likelihood',
  'whyNotTold',
  'publicNoticeWhy',
  'measures',
] as const
/** The days of an entry, each in three fields. */
export const incidentDays = [
  'occurredFrom',
  'occurredUntil',
  'awareFrom',
  'awareUntil',
  'commissionTold',
  'personsTold',
] as const
type IncidentWords = (typeof incidentWords)[number]
type IncidentDay = (typeof incidentDays)[number]
export type IncidentField =
  IncidentWords | IncidentDay | 'persons' | 'approximate' | 'serious' | 'publicNotice'

/** The longest words of a field, in characters. */
export const longestEntry = 2_000
/** The most people an incident may concern. */
export const mostPersons = 10_000_000

/** An entry as it is typed: `yes`, `no` or nothing where it asks whether. */
export type TypedIncident = Readonly<Record<IncidentWords, string>> &
  Readonly<Record<IncidentDay, TypedDate>> &
  Readonly<Record<'persons' | 'approximate' | 'serious' | 'publicNotice', string>>

/** What is to be put right: `problem` names it, as in `date.required`. */
export type IncidentProblem = { readonly field: IncidentField; readonly problem: string }

const earliest = day('2000-01-01')

/**
 * Reads an entry: what happened and since when the agency knows are asked for; the rest may come later, and must be
 * right when it is there. No day is to come: `today` is the last.
 */
export function readIncident(
  typed: TypedIncident,
  today: Day,
): { readonly incident: Incident } | { readonly problems: readonly IncidentProblem[] } {
  const problems: IncidentProblem[] = []
  const wrong = (field: IncidentField, problem: string): null => {
    problems.push({ field, problem })
    return null
  }
  const words = (field: IncidentWords): string => {
    const text = storableText(typed[field]).trim()
    if (text.length > longestEntry) wrong(field, 'words.tooLong')
    return text
  }
  const on = (field: IncidentDay): Day | null => {
    const isEmpty = Object.values(typed[field]).every((part) => part.trim() === '')
    if (isEmpty) return field === 'awareFrom' ? wrong(field, 'date.required') : null
    const read = readDate(typed[field], earliest, today)
    return read.value ?? wrong(field, read.problem!)
  }
  const whether = (field: 'serious' | 'publicNotice'): boolean | null =>
    typed[field] === 'yes' ? true : typed[field] === 'no' ? false : null
  const information = words('information')
  const whyNotDescribed = words('whyNotDescribed')
  const circumstances = words('circumstances')
  if (circumstances === '') wrong('circumstances', 'words.required')
  const [occurredFrom, occurredUntil] = [on('occurredFrom'), on('occurredUntil')]
  const occurredWords = words('occurredWords')
  const [awareFrom, awareUntil] = [on('awareFrom'), on('awareUntil')]
  const persons = readPersons(typed.persons)
  if (persons === undefined) wrong('persons', 'persons.format')
  const [sensitivity, fearedUse, likelihood] = [words('sensitivity'), words('fearedUse'), words('likelihood')]
  const [commissionTold, personsTold] = [on('commissionTold'), on('personsTold')]
  const [whyNotTold, publicNoticeWhy] = [words('whyNotTold'), words('publicNoticeWhy')]
  const measures = words('measures')
  if (occurredUntil && (!occurredFrom || occurredUntil < occurredFrom))
    wrong('occurredUntil', occurredFrom ? 'date.endsBefore' : 'date.noStart')
  if (awareFrom && awareUntil && awareUntil < awareFrom) wrong('awareUntil', 'date.endsBefore')
  if (awareFrom && occurredFrom && awareFrom < occurredFrom) wrong('awareFrom', 'date.knownBefore')
  for (const [field, told] of [
    ['commissionTold', commissionTold],
    ['personsTold', personsTold],
  ] as const)
    if (awareFrom && told && told < awareFrom) wrong(field, 'date.toldBefore')
  if (problems.length > 0 || awareFrom === null) return { problems: inOrder(problems) }
  return {
    incident: {
      ...{ information, whyNotDescribed, circumstances, occurredFrom, occurredUntil, occurredWords },
      ...{ awareFrom, awareUntil, persons: persons ?? null, approximate: typed.approximate === 'yes' },
      ...{ sensitivity, fearedUse, likelihood, serious: whether('serious'), commissionTold, personsTold },
      ...{ whyNotTold, publicNotice: whether('publicNotice'), publicNoticeWhy, measures },
    },
  }
}

/** A number of people, thousands parted by a space or not; null when there is none, undefined when it is no number. */
function readPersons(typed: string): number | null | undefined {
  const text = westernDigits(typed).replace(/[\s\u00a0\u202f]/gu, '')
  if (text === '') return null
  const count = /^\d{1,8}$/.test(text) ? Number(text) : undefined
  return count !== undefined && count <= mostPersons ? count : undefined
}

/** The fields in the order of the form: what is wrong is told from the top down. */
export const incidentFields: readonly IncidentField[] = [
  ...(['information', 'whyNotDescribed', 'circumstances'] as const),
  ...(['occurredFrom', 'occurredUntil', 'occurredWords', 'awareFrom', 'awareUntil'] as const),
  ...(['persons', 'approximate', 'sensitivity', 'fearedUse', 'likelihood', 'serious'] as const),
  ...([
    'commissionTold',
    'personsTold',
    'whyNotTold',
    'publicNotice',
    'publicNoticeWhy',
    'measures',
  ] as const),
]

/** One problem a field, the first. */
function inOrder(problems: readonly IncidentProblem[]): IncidentProblem[] {
  return incidentFields.flatMap((field) => problems.filter((one) => one.field === field).slice(0, 1))
}
