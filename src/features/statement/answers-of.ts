import {
  type ChangeTopic,
  nothingChanged,
  type StatementAnswers,
  type WorkIncome,
} from '@/domain/statement/answers'
import { type AnswerPart, partsOf } from '@/domain/statement/differences'
import type { KnownIncome } from '@/domain/statement/known-income'
import type { Draft } from './draft'
import { entryName, partName, sectionOf } from './form'

/**
 * The answers made of read entries. The casts are safe because `readDraft` builds an entry only when every field
 * of the section's table was read as its kind, under the name the answers give it; a test reads every section.
 */
export function answersOf(
  changed: readonly ChangeTopic[],
  entries: ReadonlyMap<ChangeTopic, readonly AnswerPart[]>,
): StatementAnswers {
  const of = <T>(topic: ChangeTopic) => (entries.get(topic) ?? []) as unknown as readonly T[]
  const [move] = of<NonNullable<StatementAnswers['move']>>('move')
  const [assets] = of<NonNullable<StatementAnswers['assets']>>('assets')
  const [other] = of<{ words: string }>('other')
  return {
    ...nothingChanged,
    changed,
    work: of<WorkIncome>('work'),
    selfEmployment: of<StatementAnswers['selfEmployment'][number]>('selfEmployment'),
    otherIncome: of<StatementAnswers['otherIncome'][number]>('otherIncome'),
    people: of<StatementAnswers['people'][number]>('people'),
    move: move ?? null,
    studies: of<StatementAnswers['studies'][number]>('studies'),
    absences: of<StatementAnswers['absences'][number]>('absence'),
    assets: assets ?? null,
    health: of<StatementAnswers['health'][number]>('health'),
    other: other?.words ?? null,
  }
}

/** The draft that would give these answers again: the start of a correction. */
export function draftOf(answers: StatementAnswers): Draft {
  const topics = answers.changed.map((topic) => entriesOf(answers, topic))
  return Object.assign({ changed: [...answers.changed] }, ...topics) as Draft
}

/** The fields of the income a person told last month, for the topics ticked but not yet typed. */
export function prefill(draft: Draft, ticked: readonly ChangeTopic[], known: KnownIncome): Draft {
  const before: StatementAnswers = { ...nothingChanged, ...known }
  const missing = ticked.filter((topic) => !Object.keys(draft).some((name) => name.startsWith(`${topic}.`)))
  return Object.assign(
    {},
    ...missing.map((topic) => withoutCertainty(entriesOf(before, topic))),
    draft,
  ) as Draft
}

/** Last month's amounts are only a start: whether this month's are final is asked anew. */
function withoutCertainty(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !name.endsWith('.certainty')))
}

function entriesOf(answers: StatementAnswers, topic: ChangeTopic): Draft {
  const section = sectionOf(topic)
  const fields: Record<string, string> = {}
  partsOf(answers, topic).forEach((part, index) => {
    for (const field of section.fields) {
      const value = part[partName(field)] ?? null
      const name = `${entryName(section, index)}.${field.name}`
      if (value === null) continue
      if (field.kind === 'date') {
        const [year = '', month = '', day = ''] = String(value).split('-')
        fields[`${name}.day`] = String(Number(day))
        fields[`${name}.month`] = String(Number(month))
        fields[`${name}.year`] = year
      } else if (field.kind === 'money') fields[name] = dollars(Number(value))
      else if (field.kind === 'yesNo') fields[name] = value === true ? 'yes' : 'no'
      else fields[name] = String(value)
    }
  })
  return fields
}

/** An amount as a field shows it in both languages: `1234,56`. */
function dollars(amount: number): string {
  return `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`
}
