import { dayOf, weekday, yearOf } from '@/domain/calendar'
import type { Instant } from '@/domain/calendar'
import { statementDatesOf } from '@/domain/statement/dates'
import type { MovedDay, StatementDates } from '@/domain/statement/dates'
import { defaultPolicies } from '@/domain/statement/policy'
import { formatDayOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/** The dates that are published: this year's and the next one's, as it is in Québec. */
export type PublishedDates = {
  readonly years: readonly { readonly year: number; readonly statements: readonly StatementDates[] }[]
  /** The statement whose last day comes next, today included, and the one whose payment does. */
  readonly nextDue: StatementDates
  readonly nextPaid: StatementDates
}

/** The dates of statements and payments a reader is shown at a moment. */
export function publishedDates(now: Instant): PublishedDates {
  const today = dayOf(now)
  const years = [yearOf(today), yearOf(today) + 1].map((year) => ({
    year,
    statements: statementDatesOf(year, defaultPolicies),
  }))
  const all = years.flatMap(({ statements }) => statements)
  return {
    years,
    nextDue: all.find(({ due }) => due.on >= today)!,
    nextPaid: all.find(({ paid }) => paid.on >= today)!,
  }
}

/**
 * Why a day is not the one the rule names, in sentences; none when it stands. The day itself comes first; after it
 * only holidays are told, since everyone knows which days are a weekend.
 */
export function reasons({ over }: MovedDay, locale: Locale): readonly string[] {
  const t = textsOf(locale, 'calendar')
  return over
    .filter(({ off }, index) => index === 0 || off !== 'weekend')
    .map(({ day: on, off }) => {
      const day = formatDayOfMonth(on, locale)
      if (off === 'weekend')
        return t('off.weekend', { day, weekday: weekday(on) === 6 ? 'saturday' : 'sunday' })
      if (off === 'decreed') return t('off.decreed', { day })
      return t('off.holiday', { day, holiday: t(`holiday.${off}`) })
    })
}
