import { amountTables, type AmountName } from '@/domain/benefit/amounts'
import {
  amountGroups,
  changesAfter,
  datedAmounts,
  unitOf,
  type AmountGroup,
} from '@/domain/benefit/dated-amounts'
import type { Month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { lastVerifiedMonth, type RateEntry } from '@/domain/rates/table'
import { formatBasisPoints, formatMoney, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { Table } from '@/ui/Table'

/** Every amount and rule of the calculation: its value, since when, and where it was read; then what is to come. */
export function AmountsSection({ locale, month }: { readonly locale: Locale; readonly month: Month }) {
  const t = textsOf(locale, 'administration')
  const groups = Object.keys(amountGroups) as AmountGroup[]
  const columns = (from: string) => [
    { label: t('what') },
    { label: t('value'), numeric: true },
    { label: from },
    { label: t('source') },
  ]
  const all = datedAmounts(Object.keys(amountTables) as AmountName[], month)
  const toCome = all.flatMap(({ name, toCome: entries }) => entries.map((entry) => ({ name, entry })))
  return (
    <>
      <h2>{t('amounts')}</h2>
      <p>{t('amountsLead', { month: formatMonth(month, locale) })}</p>
      <p>{t('amountsVerified', { month: formatMonth(lastVerifiedMonth, locale) })}</p>
      {groups.map((group) => (
        <Details key={group} summary={t(`group.${group}`)}>
          <Table
            id={`amounts.${group}`}
            caption={t('caption', { group: t(`group.${group}`) })}
            captionHidden
            stacks
            columns={columns(t('since'))}
            rows={datedAmounts(amountGroups[group], month).map(({ name, inForce }) => ({
              key: name,
              cells: inForce
                ? [t(`rate.${name}`), ...cellsOf(name, inForce, locale)]
                : [t(`rate.${name}`), t('notInForce'), '', ''],
            }))}
          />
        </Details>
      ))}
      <h3>{t('toCome')}</h3>
      {changesAfter(month).length === 0 ? (
        <p>{t('noneToCome')}</p>
      ) : (
        <Table
          id="amounts.toCome"
          caption={t('toCome')}
          captionHidden
          stacks
          columns={columns(t('from'))}
          rows={toCome.map(({ name, entry }) => ({
            key: `${name} ${entry.from}`,
            cells: [t(`rate.${name}`), ...cellsOf(name, entry, locale)],
          }))}
        />
      )}
    </>
  )
}

function cellsOf(name: AmountName, entry: RateEntry, locale: Locale): string[] {
  const t = textsOf(locale, 'administration')
  const benefit = textsOf(locale, 'benefit')
  return [
    valueOf(name, entry.value, locale),
    formatMonth(entry.from as Month, locale),
    t('sourceMark', {
      source: benefit(`source.${entry.source}`),
      mark: benefit(`confidence.${entry.confidence}.title`),
    }),
  ]
}

function valueOf(name: AmountName, value: number, locale: Locale): string {
  const unit = unitOf(name)
  if (unit === 'cents') return formatMoney(cents(value), locale)
  if (unit === 'basisPoints') return formatBasisPoints(value, locale)
  return textsOf(locale, 'administration')(`unit.${unit}`, { count: value })
}
