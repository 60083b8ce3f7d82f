import { FEWEST_TOLD } from '@/domain/benefit/policy-preview'
import type { FilersPreview } from '@/domain/statement/filers-preview'
import { formatCount, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { CountBars } from '@/ui/CountBars'
import { Notice } from '@/ui/Notice'
import { SummaryList } from '@/ui/SummaryList'

/** Who would file each month by another rule, among the households drawn. */
export function FilersResult({
  locale,
  filers,
}: {
  readonly locale: Locale
  readonly filers: FilersPreview
}) {
  const t = textsOf(locale, 'administration.preview')
  const count = (number: number) => formatCount(number, locale)
  const month = formatMonth(filers.month, locale)
  if (filers.households === 0) return <Notice kind="info" title={t('empty')} />
  const told = filers.programmes.filter(({ households }) => households >= FEWEST_TOLD)
  return (
    <>
      <h2>{t('resultOfFilers', { month })}</h2>
      <p>{t('filersOnly', { households: count(filers.households) })}</p>
      <SummaryList
        rows={[
          { term: t('filersBefore'), value: count(filers.before) },
          { term: t('filersAfter'), value: count(filers.after) },
          { term: t('filersAsked'), value: count(filers.asked) },
          { term: t('filersSpared'), value: count(filers.spared) },
        ]}
      />
      <CountBars
        id="filers"
        title={t('filersTitle')}
        locale={locale}
        counts={told.map(({ programme, households, before, after }) => ({
          key: programme,
          label: t(`filer.${programme}`),
          count: after,
          note: t('filerNote', { before: count(before), households: count(households) }),
        }))}
        table={{ summary: t('table'), what: t('programme'), count: t('filersAfter'), note: t('today') }}
      />
      {told.length < filers.programmes.length && <p>{t('filersTooFew')}</p>}
    </>
  )
}
