import type { ChangeTopic } from '@/domain/statement/answers'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { partsOf } from '@/domain/statement/differences'
import { formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { type FormField, sectionOf } from './form'
import { answerText, estimateName, type Words } from './words'

export type Adults = readonly { readonly id: string; readonly name: string }[]

/** One question and its answer, in words. */
export type AnswerRow = { readonly field: FormField; readonly term: string; readonly value: string }

/** What was told about one topic: a job, then another, each with its rows. */
export type TopicRows = {
  readonly topic: ChangeTopic
  readonly title: string
  readonly parts: readonly (readonly AnswerRow[])[]
}

/** Every answer of a statement in the words of its questions: the page and the copy to keep say the same. */
export function topicRows(say: Words, locale: Locale, answers: FiledAnswers, adults: Adults): TopicRows[] {
  return answers.changed.map((topic) => ({
    topic,
    title: say(`question.${topic}.title`),
    parts: partsOf(answers, topic).map((part) =>
      sectionOf(topic).fields.flatMap((field) => {
        const value = answerText(say, topic, field, part, adults, locale)
        // Someone alone is not told whose job it is.
        if (value === null || (field.kind === 'adult' && adults.length < 2)) return []
        return [{ field, term: say(`field.${topic}.${field.name}.label`), value }]
      }),
    ),
  }))
}

/** The estimates of last month, each with its final amount; `name` is what it was about. */
export function confirmedRows(say: Words, locale: Locale, answers: FiledAnswers) {
  return answers.confirmed.map((one) => {
    const name = estimateName(say, one)
    const amount = formatMoney(one.finalCents, locale)
    const estimated = formatMoney(one.estimatedCents, locale)
    const same = one.finalCents === one.estimatedCents
    return {
      name,
      term: say('answers.confirmed', { name }),
      value: same
        ? say('answers.confirmedSame', { amount })
        : say('answers.confirmedOther', { amount, estimated }),
    }
  })
}
