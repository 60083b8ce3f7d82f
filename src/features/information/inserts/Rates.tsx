import { dayOf, monthOf } from '@/domain/calendar'
import { labelsOf } from '@/domain/eligibility/labels'
import { confidences } from '@/domain/rates/table'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { Table } from '@/ui/Table'
import type { Drawn } from '../Prose'
import { rateRows, yearsShown, type RateRow } from './rate-rows'
import type { RateTableName } from './rate-tables'

/** Texts whose key is computed from a table and its row; a test holds that each one exists. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/**
 * `::rates{of=socialAssistance}`: the amounts of this year and of the next, then how sure each is and where it was read.
 */
export function Rates({ of, locale, now }: Drawn & { readonly of: string }) {
  const t = textsOf(locale, 'rates')
  const say = t as unknown as Say
  const month = monthOf(dayOf(now))
  const rows = rateRows(of, month, locale)
  const { known, next } = yearsShown(month)
  const { constraints } = labelsOf(month)
  const label = ({ key }: RateRow) => say(`table.${of as RateTableName}.row.${key}`, { constraints })
  return (
    <>
      <Table
        id={`rates.${of}`}
        caption={say(`table.${of}.caption`)}
        columns={[
          { label: t('what') },
          { label: String(known.year), numeric: true },
          { label: String(next.year), numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.key,
          cells: [label(row), row.known, row.next ?? t('toCome')],
        }))}
      />
      <Sources locale={locale} rows={rows} label={label} />
    </>
  )
}

/** `::nextYear`, once on a page with tables: why one of their years is empty, and what is paid meanwhile. */
export function NextYear({ locale, now }: Drawn) {
  const t = textsOf(locale, 'rates')
  const month = monthOf(dayOf(now))
  const { known, next } = yearsShown(month)
  if (next.month !== null) return null
  const years = { year: String(known.year), next: String(next.year) }
  return <p>{known.month === month ? t('nextYear', years) : t('thisYear', years)}</p>
}

/** How sure each line is, and where it was read; lines alike are said together. */
function Sources(props: {
  readonly locale: Locale
  readonly rows: readonly RateRow[]
  readonly label: (row: RateRow) => string
}) {
  const { locale, rows, label } = props
  const t = textsOf(locale, 'rates')
  const b = textsOf(locale, 'benefit')
  const marks = confidences.filter((mark) => rows.some(({ confidence }) => confidence === mark))
  const isSure = marks.every((mark) => mark === 'confirmed')
  const alike = groupsOf(rows)
  return (
    <Details summary={isSure ? t('sources') : t('toConfirm')}>
      <ul>
        {alike.map((group) => {
          const [{ key, confidence, sources }] = group
          return (
            <li key={key}>
              {t('mark', {
                what: alike.length === 1 ? t('allLines') : group.map(label).join('; '),
                mark: b(`confidence.${confidence}.title`),
                sources: sources.map((source) => b(`source.${source}`)).join('; '),
              })}
            </li>
          )
        })}
      </ul>
      {marks.map((mark) => (
        <p key={mark}>
          <strong>{b(`confidence.${mark}.title`)}</strong>
          <br />
          {b(`confidence.${mark}.why`)}
        </p>
      ))}
    </Details>
  )
}

type Group = [RateRow, ...RateRow[]]

/** Rows of the same mark and sources, together. */
function groupsOf(rows: readonly RateRow[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const alike = `${row.confidence} ${row.sources.join(' ')}`
    const group = groups.get(alike)
    if (group) group.push(row)
    else groups.set(alike, [row])
  }
  return [...groups.values()]
}
