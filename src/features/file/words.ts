import { ownerOf } from '@/domain/application/events'
import type { Item } from '@/domain/decision/items'
import { partsOf, type AnswerPart } from '@/domain/statement/differences'
import type { ChangeTopic } from '@/domain/statement/answers'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { formatDay, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paperName } from '@/i18n/papers'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { DeskTask } from '@/server/file-desk'
import type { Day } from '@/domain/calendar'

/** Texts whose key is computed from a code. */
type Say = { (key: string, values?: Readonly<Record<string, string>>): string; has: (key: string) => boolean }

/** What a task is called. */
export function taskName(locale: Locale, task: Pick<DeskTask, 'kind' | 'month'>): string {
  const t = textsOf(locale, 'casefile.task')
  const { kind, month } = task
  if (kind === 'statement' || kind === 'missing')
    return t(`kind.${kind}`, { ofMonth: month ? formatOfMonth(month, locale) : '' })
  if (kind === 'change') return t('kind.change', { month: month ? formatMonth(month, locale) : '' })
  return t(`kind.${kind}`)
}

/** The page of what a task is about, or its own where no other tells it; null when its file is that page. */
export function taskHref(locale: Locale, task: DeskTask): string | null {
  if (task.kind === 'statement' || task.kind === 'change')
    return paths.officeStatement(locale, task.subjectId)
  if (task.kind === 'closing') return paths.officeTask(locale, task.id)
  if (task.kind === 'application') return paths.officeApplication(locale, task.subjectId)
  if (task.applicationId !== null) return paths.officeApplication(locale, task.applicationId)
  return null
}

/** Names papers for the office: those of the spouse say so, and those nobody asked for say how they came. */
export function paperNameFor(locale: Locale, requirement: string): string {
  if (requirement === 'message' || requirement === 'paper')
    return textsOf(locale, 'casefile.document')(`came.${requirement}`)
  const t = textsOf(locale, 'review.application')
  const document = paperName(requirement, locale) ?? t('document')
  return ownerOf(requirement) === 'spouse' ? t('documentOfSpouse', { document }) : document
}

/** What an item to verify is called: its topic, then what tells it apart. */
export function itemName(locale: Locale, item: Item, answers: FiledAnswers | null): string {
  const t = textsOf(locale, 'casefile.verify.item')
  const say = textsOf(locale, 'statement') as unknown as Say
  const topic = (of: ChangeTopic) => say(`question.${of}.title`)
  switch (item.about) {
    case 'part': {
      const part = answers && partsOf(answers, item.topic)[item.index]
      const name = part ? partName(say, locale, item.topic, part) : null
      return name === null ? topic(item.topic) : t('part', { topic: topic(item.topic), name })
    }
    case 'gone':
      return t('gone', { topic: topic(item.topic) })
    case 'topic':
      return topic(item.topic)
    case 'answers':
      return t(`answers.${item.part}`)
    case 'document':
      return paperNameFor(locale, item.requirement)
    case 'confirmed':
    case 'lateReason':
      return t(item.about)
  }
}

/** What tells one part of a topic from another; null when the topic has one. */
function partName(say: Say, locale: Locale, topic: ChangeTopic, part: AnswerPart): string | null {
  const choice = (field: string, value: unknown) => {
    const key = `field.${topic}.${field}.option.${String(value)}`
    return say.has(key) ? say(key) : String(value)
  }
  switch (topic) {
    case 'work':
      return String(part['employer'])
    case 'selfEmployment':
      return String(part['activity'])
    case 'otherIncome':
      return choice('kind', part['kind'])
    case 'people':
      return `${choice('what', part['what'])}, ${String(part['name'])}`
    case 'studies':
    case 'health':
      return choice('what', part['what'])
    case 'move':
      return `${String(part['street'])}, ${String(part['city'])}`
    case 'absence':
      return formatDay(part['leftOn'] as Day, locale)
    case 'assets':
    case 'other':
      return null
  }
}
