import { sectionsOf } from '@/domain/application/journey'
import type { Adult } from '@/domain/application/adult'
import type { Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import type { Locale } from '@/i18n/locale'
import { AnswersView } from './AnswersView'
import { wordsOf } from './words'

/** Answers as an adult sent them, for who may only read them. `day` is the day they were sent. */
export function SentAnswersView(props: {
  readonly locale: Locale
  readonly answers: Draft
  readonly of: Adult
  readonly day: Day
}) {
  const { locale, answers, of, day } = props
  return (
    <AnswersView
      say={wordsOf(locale, 'application')}
      locale={locale}
      sections={sectionsOf(answers, of, day)}
      draft={answers}
      today={day}
      mayChange={false}
    />
  )
}
