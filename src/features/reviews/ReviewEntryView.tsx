import { dayOf } from '@/domain/calendar'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import type { ReviewEntry } from './queries'

/** Beside a decision: until when a review may be asked, or where one stands. `href` is the page where it is asked. */
export function ReviewEntryView(props: {
  readonly locale: Locale
  readonly entry: ReviewEntry
  readonly href: string
}) {
  const { locale, entry, href } = props
  const t = textsOf(locale, 'reviews.entry')
  const day = (of: Parameters<typeof formatDay>[0]) => formatDay(of, locale)
  return (
    <section aria-labelledby="review">
      <h2 id="review">{t('title')}</h2>
      {entry.askedAt === null ? (
        <>
          <p>{t(entry.late ? 'late' : 'until', { day: day(entry.until) })}</p>
          <p>{t('free')}</p>
          <ButtonLink kind="secondary" href={href}>
            {t(entry.begun ? 'goOn' : 'ask')}
          </ButtonLink>
        </>
      ) : (
        <>
          <p>
            {t('asked', { day: day(dayOf(entry.askedAt)) })}{' '}
            {entry.answer
              ? t('answered', { number: entry.answer.number })
              : entry.dueOn && t('due', { day: day(entry.dueOn) })}
          </p>
          <ButtonLink kind="secondary" href={href}>
            {t('see')}
          </ButtonLink>
        </>
      )}
    </section>
  )
}
