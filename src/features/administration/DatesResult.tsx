import type { DatesPreview } from '@/domain/statement/dates-preview'
import { formatCount, formatInstant, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { CountBars } from '@/ui/CountBars'
import { Notice } from '@/ui/Notice'
import { SummaryList } from '@/ui/SummaryList'

/** What another due day would have changed for the statements of last month. */
export function DatesResult({ locale, dates }: { readonly locale: Locale; readonly dates: DatesPreview }) {
  const t = textsOf(locale, 'administration.preview')
  const { sent, onTimeBefore, onTimeAfter } = dates
  const month = formatMonth(dates.month, locale)
  if (sent === 0) return <Notice kind="info" title={t('noStatement', { month })} />
  const moved = Math.abs(onTimeAfter - onTimeBefore)
  return (
    <>
      <h2>{t('resultOfDay', { month })}</h2>
      <p>{t('dayOnly', { sent: formatCount(sent, locale) })}</p>
      <SummaryList
        rows={[
          { term: t('dueBefore'), value: formatInstant(dates.dueBefore, locale) },
          { term: t('dueAfter'), value: formatInstant(dates.dueAfter, locale) },
          {
            term: t('dayChanged'),
            value: t(onTimeAfter < onTimeBefore ? 'becomeLate' : 'becomeOnTime', {
              moved,
              shown: formatCount(moved, locale),
            }),
          },
        ]}
      />
      <CountBars
        id="days"
        title={t('dayTitle')}
        locale={locale}
        counts={[
          { key: 'before', label: t('onTimeBefore'), count: onTimeBefore },
          { key: 'after', label: t('onTimeAfter'), count: onTimeAfter },
          { key: 'sent', label: t('allSent'), count: sent },
        ]}
        table={{ summary: t('table'), what: t('dayRule'), count: t('statements') }}
      />
    </>
  )
}
