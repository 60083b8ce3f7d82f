import { addMonths, dayOf, monthOf, type Day, type Instant } from '@/domain/calendar'
import { formatDay, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { Closing } from '@/server/household-sql'
import { Notice } from '@/ui/Notice'

/** Tells that the file is closed: from which month, the last one aided, what to do against it, how to apply again. */
export function ClosedNotice(props: {
  readonly locale: Locale
  readonly closing: Closing
  readonly now: Instant
  readonly reviewUntil: Day
}) {
  const { locale, closing, now, reviewUntil } = props
  const { decisionId, fromMonth } = closing
  const t = textsOf(locale, 'closing.closed')
  const ofMonth = formatOfMonth(fromMonth, locale)
  return (
    <Notice kind="info" title={t(fromMonth > monthOf(dayOf(now)) ? 'from' : 'since', { ofMonth })}>
      <p>{t('last', { ofMonth: formatOfMonth(addMonths(fromMonth, -1), locale) })}</p>
      <p>
        {t('review', { day: formatDay(reviewUntil, locale) })}{' '}
        <a href={paths.decision(locale, decisionId)}>{t('decision')}</a>
      </p>
      <p>
        {t('again')} <a href={paths.applicationStart(locale)}>{t('apply')}</a>
      </p>
    </Notice>
  )
}
