import type { Draft } from '@/features/estimator/draft'
import type { Field, QuestionName } from '@/features/estimator/form'
import { fieldsOf, mergeAnswers, nextQuestion } from '@/features/estimator/journey'

/** How one field is answered. */
export type Answering = (field: Field, question: QuestionName) => string | string[]

/** Goes through the estimator page by page, as the site leads. Returns the pages met, the fields asked, the answers. */
export function walk(answer: Answering): { pages: QuestionName[]; asked: string[]; draft: Draft } {
  const pages: QuestionName[] = []
  const asked: string[] = []
  let draft: Draft = {}
  for (let next = nextQuestion(draft); next !== null; next = nextQuestion(draft)) {
    if (pages.includes(next)) throw new Error(`${next} is asked twice: ${JSON.stringify(draft)}`)
    pages.push(next)
    const fields = fieldsOf(next, draft)
    asked.push(...fields.map(({ name }) => name))
    const posted = Object.fromEntries(fields.map((field) => [field.name, answer(field, next!)]))
    draft = mergeAnswers(draft, next, posted)
  }
  return { pages, asked, draft }
}

/** The plainest answers, but for those given. */
export function answering(given: Readonly<Record<string, string | string[]>> = {}): Answering {
  return (field) => given[field.name] ?? plain(field)
}

function plain(field: Field): string {
  if (field.kind === 'age') return '40'
  if (field.kind === 'ages') return '4'
  if (field.kind === 'money') return '0'
  const usual: Readonly<Record<string, string>> = {
    home: 'nobody',
    couple: 'married',
    status: 'citizen',
    health: 'none',
    income: 'nothing',
    property: 'nothing',
    aid: 'never',
    independence: 'yes',
  }
  return usual[field.name.replace(/2$/, '')] ?? 'no'
}

/** Any answer that can be read, drawn from `random`. */
export function anything(field: Field, random: () => number): string | string[] {
  const pick = <T>(list: readonly T[]): T => list[random() % list.length]!
  switch (field.kind) {
    case 'age':
      return String(12 + (random() % 80))
    case 'ages':
      return Array.from({ length: 1 + (random() % 4) }, () => random() % 24).join(', ')
    case 'money':
      return pick(['0', '150', '1 234,56', '45000'])
    case 'choice':
      return pick(field.choices)
    case 'choices': {
      const first = pick(field.choices)
      if (field.alone?.includes(first)) return first
      return [...new Set([first, pick(field.choices.filter((choice) => !field.alone?.includes(choice)))])]
    }
  }
}
