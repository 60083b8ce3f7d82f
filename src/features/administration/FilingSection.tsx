import type { Month } from '@/domain/calendar'
import { defaultPolicies, policyFor, type FilingPolicy, type FilingTermName } from '@/domain/statement/policy'
import { formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Table } from '@/ui/Table'

/** The terms of the monthly statement: each with its value and its source; then those of a later policy. */
export function FilingSection({ locale, month }: { readonly locale: Locale; readonly month: Month }) {
  const t = textsOf(locale, 'administration')
  const benefit = textsOf(locale, 'benefit')
  const policies = [
    policyFor(month, defaultPolicies),
    ...defaultPolicies.filter(({ from }) => from > month).toReversed(),
  ]
  return (
    <>
      <h2>{t('filing.title')}</h2>
      {policies.map((policy) => (
        <Table
          key={policy.from}
          id={`filing.${policy.from}`}
          caption={t('filing.caption', { month: formatMonth(policy.from, locale) })}
          stacks
          columns={[{ label: t('what') }, { label: t('value') }, { label: t('source') }]}
          rows={(Object.keys(policy.sources) as FilingTermName[]).map((term) => ({
            key: term,
            cells: [
              t(`filing.term.${term}`),
              valueOf(term, policy, locale),
              t('sourceMark', {
                source: t(`filing.source.${term}`),
                mark: benefit(`confidence.${policy.sources[term].confidence}.title`),
              }),
            ],
          }))}
        />
      ))}
    </>
  )
}

function valueOf(term: FilingTermName, policy: FilingPolicy, locale: Locale): string {
  const t = textsOf(locale, 'administration.filing.value')
  switch (term) {
    case 'whoFiles':
      return t('whoFiles')
    case 'opening':
      return t('opening', { day: policy.openingDay })
    case 'dueDay':
      return t('dueDay', { day: policy.dueDay })
    case 'dueDayShift':
      return t('dueDayShift', { shift: policy.dueDayShift })
    case 'closing':
      return t('closing', { count: policy.closesAfterMonths })
    case 'paymentCutOff':
      return t('paymentCutOff', { count: policy.paymentCutOffBusinessDays })
    case 'notice':
      return t('notice', { count: policy.noticeDays })
  }
}
