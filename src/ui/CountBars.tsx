import type { ReactNode } from 'react'
import { formatCount, type Locale } from '@/i18n/format'
import { Bar } from './Bar'
import styles from './count-bars.module.css'
import { Details } from './Details'
import { Table } from './Table'

/** A number to draw, and in words what else is to be known of it. */
export type Count = {
  readonly key: string
  readonly label: ReactNode
  readonly count: number
  readonly note?: string
}

/**
 * Counts as a picture: one bar each, as long as its part of the greatest, its number printed; a table for who wants
 * it. `id` is unique on the page.
 */
export function CountBars(props: {
  readonly id: string
  readonly title: string
  readonly locale: Locale
  readonly counts: readonly Count[]
  readonly table: {
    readonly summary: string
    readonly what: string
    readonly count: string
    readonly note?: string
  }
}) {
  const { locale, counts, table } = props
  const greatest = Math.max(1, ...counts.map(({ count }) => count))
  const columns = [
    { label: table.what },
    { label: table.count, numeric: true },
    ...(table.note ? [{ label: table.note }] : []),
  ]
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>{props.title}</figcaption>
      <ul className={styles.list}>
        {counts.map(({ key, label, count, note }) => (
          <li key={key} className={styles.row}>
            <span className={styles.label}>{label}</span>
            <span className={styles.value}>{formatCount(count, locale)}</span>
            <Bar share={count / greatest} />
            {note && <span className={styles.note}>{note}</span>}
          </li>
        ))}
      </ul>
      <Details summary={table.summary}>
        <Table
          id={`${props.id}.table`}
          caption={props.title}
          captionHidden
          columns={columns}
          rows={counts.map(({ key, label, count, note }) => ({
            key,
            cells: [label, formatCount(count, locale), ...(table.note ? [note ?? ''] : [])],
          }))}
        />
      </Details>
    </figure>
  )
}
