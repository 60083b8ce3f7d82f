import { cents } from '@/domain/money'
import { formatDifference, formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Table } from '@/ui/Table'
import type { ListedItem } from './queries'

/** Households of a run, each by its file number; a file of the viewer's own office opens. */
export function HouseholdsTable(props: {
  readonly locale: Locale
  readonly id: string
  readonly caption: string
  readonly items: readonly ListedItem[]
  /** A word more on each. */
  readonly more?: (item: ListedItem) => string
}) {
  const { locale, items, more } = props
  const t = textsOf(locale, 'payments')
  if (items.length === 0) return <p>{t('noHousehold')}</p>
  return (
    <Table
      id={props.id}
      caption={props.caption}
      stacks
      columns={[
        { label: t('file') },
        { label: t('monthBefore'), numeric: true },
        { label: t('thisMonth'), numeric: true },
        { label: t('difference'), numeric: true },
        ...(more ? [{ label: t('detail') }] : []),
      ]}
      rows={items.map((item) => ({
        key: item.householdId,
        cells: [
          item.isOwn ? (
            <a key="file" href={paths.officeFile(locale, item.householdId)}>
              {item.fileNumber}
            </a>
          ) : (
            item.fileNumber
          ),
          item.beforeCents === null ? t('nothingBefore') : formatMoney(item.beforeCents, locale),
          formatMoney(item.totalCents, locale),
          formatDifference(cents(item.totalCents - (item.beforeCents ?? 0)), locale),
          ...(more ? [more(item)] : []),
        ],
      }))}
    />
  )
}
