import type { Section } from '@/domain/application/journey'
import { statusOf } from '@/domain/application/journey'
import type { Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { SummaryList, type SummaryRow } from '@/ui/SummaryList'
import { answerRow, type Words } from './words'

/** Every answer, section by section; each with its way to change it while it may be changed. */
export function AnswersView(props: {
  readonly say: Words
  readonly locale: Locale
  readonly sections: readonly Section[]
  readonly draft: Draft
  readonly today: Day
  readonly mayChange: boolean
}) {
  const { say, locale, sections, draft, today, mayChange } = props
  return (
    <>
      {sections.map(({ section, pages }) => (
        <section key={section} aria-labelledby={`section-${section}`}>
          <h3 id={`section-${section}`}>{say(`section.${section}`)}</h3>
          <SummaryList
            rows={pages.map((ref): SummaryRow => {
              const { id, term, lines } = answerRow(say, locale, ref, draft, today)
              const isDone = statusOf(ref, draft, today) === 'done'
              const told = lines.length > 0 ? lines : [say(isDone ? 'review.nothing' : 'review.toAnswer')]
              return {
                term,
                value: told.map((line, at) => <div key={at}>{line}</div>),
                ...(mayChange
                  ? {
                      action: {
                        href: paths.applicationQuestion(locale, id),
                        text: say(isDone ? 'review.change' : 'review.answer'),
                        about: term,
                      },
                    }
                  : {}),
              }
            })}
          />
        </section>
      ))}
    </>
  )
}
