import { type ChangeTopic, otherIncomeKinds } from '@/domain/statement/answers'

/*
 * The questions of a statement, as data: what is drawn, what a draft may hold, what is read and what is
 * pre-filled all follow this one table. Labels, hints and choices are texts of statement.json under
 * `field.<topic>.<name>`.
 */
export type FormField = {
  readonly name: string
  /** The name of the value in the answers, where it differs: what is typed is dollars, what is kept is cents. */
  readonly part?: string
  readonly kind: 'adult' | 'text' | 'words' | 'money' | 'date' | 'choice' | 'yesNo' | 'postalCode'
  readonly optional?: boolean
  readonly choices?: readonly string[]
  /** The greatest number of characters of a text. */
  readonly max?: number
  /** How many days after the end of the month a date may fall: a planned move, an expected birth. */
  readonly daysAhead?: number
  readonly autoComplete?: string
}

export type FormSection = {
  readonly topic: ChangeTopic
  /** A list has one entry per job, person or stay; the others are asked once. */
  readonly list: boolean
  readonly fields: readonly FormField[]
}

const adult: FormField = { name: 'adultId', kind: 'adult' }
const certainty: FormField = { name: 'certainty', kind: 'choice', choices: ['final', 'estimated'] }

export const sections: readonly FormSection[] = [
  {
    topic: 'work',
    list: true,
    fields: [
      adult,
      { name: 'employer', kind: 'text', max: 100 },
      { name: 'gross', part: 'grossCents', kind: 'money' },
      { name: 'net', part: 'netCents', kind: 'money' },
      certainty,
      { name: 'ended', kind: 'date', optional: true },
    ],
  },
  {
    topic: 'selfEmployment',
    list: true,
    fields: [
      adult,
      { name: 'activity', kind: 'text', max: 100 },
      { name: 'net', part: 'netCents', kind: 'money' },
      certainty,
    ],
  },
  {
    topic: 'otherIncome',
    list: true,
    fields: [
      adult,
      { name: 'kind', kind: 'choice', choices: otherIncomeKinds },
      { name: 'amount', part: 'monthlyCents', kind: 'money' },
      certainty,
    ],
  },
  {
    topic: 'people',
    list: true,
    fields: [
      {
        name: 'what',
        kind: 'choice',
        choices: [
          'spouseArrived',
          'spouseLeft',
          'childArrived',
          'childLeft',
          'otherAdultArrived',
          'otherAdultLeft',
        ],
      },
      { name: 'name', kind: 'text', max: 100 },
      { name: 'on', kind: 'date' },
    ],
  },
  {
    topic: 'move',
    list: false,
    fields: [
      { name: 'on', kind: 'date', daysAhead: 92 },
      { name: 'street', kind: 'text', max: 150, autoComplete: 'street-address' },
      { name: 'city', kind: 'text', max: 100, autoComplete: 'address-level2' },
      { name: 'postalCode', kind: 'postalCode', autoComplete: 'postal-code' },
      {
        name: 'tenure',
        kind: 'choice',
        choices: ['tenant', 'subsidisedTenant', 'owner', 'roomer', 'withParents', 'other'],
      },
      { name: 'rent', part: 'monthlyRentCents', kind: 'money', optional: true },
    ],
  },
  {
    topic: 'studies',
    list: true,
    fields: [
      adult,
      { name: 'what', kind: 'choice', choices: ['started', 'changed', 'ended'] },
      { name: 'on', kind: 'date', daysAhead: 92 },
      { name: 'level', kind: 'choice', choices: ['secondary', 'vocational', 'college', 'university'] },
      { name: 'fullTime', kind: 'yesNo', choices: ['yes', 'no'] },
    ],
  },
  {
    topic: 'absence',
    list: true,
    fields: [
      adult,
      { name: 'leftOn', kind: 'date', daysAhead: 92 },
      { name: 'backOn', kind: 'date', optional: true, daysAhead: 366 },
      { name: 'place', kind: 'text', max: 100 },
      { name: 'reason', kind: 'text', max: 200 },
    ],
  },
  {
    topic: 'assets',
    list: false,
    fields: [
      { name: 'liquid', part: 'liquidCents', kind: 'money' },
      { name: 'details', kind: 'words', optional: true, max: 1000 },
    ],
  },
  {
    topic: 'health',
    list: true,
    fields: [
      adult,
      {
        name: 'what',
        kind: 'choice',
        choices: ['newConstraint', 'constraintEnded', 'pregnancy', 'admitted', 'released'],
      },
      { name: 'on', kind: 'date', daysAhead: 300 },
    ],
  },
  { topic: 'other', list: false, fields: [{ name: 'words', kind: 'words', max: 2000 }] },
]

/** The most jobs, people or stays one statement holds; more is told in one's own words. */
export const maxEntries = 12

/** What may be told to the office alone: a departure, a new address, how to be reached safely. */
export const privateTopics: readonly ChangeTopic[] = ['people', 'move', 'other']

/** The section of a topic. */
export function sectionOf(topic: ChangeTopic): FormSection {
  const section = sections.find((one) => one.topic === topic)
  if (!section) throw new RangeError(`No section for ${topic}`)
  return section
}

/** The name of a section's entry in the form: `work.0` in a list, `move` alone. */
export function entryName(section: FormSection, index: number): string {
  return section.list ? `${section.topic}.${index}` : section.topic
}

/** The names under which an entry's field is sent: three for a date. */
export function inputNames(field: FormField): string[] {
  return field.kind === 'date'
    ? ['day', 'month', 'year'].map((part) => `${field.name}.${part}`)
    : [field.name]
}

/** The name of a field's value in the answers. */
export function partName(field: FormField): string {
  return field.part ?? field.name
}
