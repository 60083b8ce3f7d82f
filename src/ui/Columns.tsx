import { Details } from './Details'
import { Table } from './Table'
import styles from './columns.module.css'

/** One column: its parts from the bottom up, in the order of the series. */
export type Column = {
  readonly key: string
  /** Under the column, a few letters. */
  readonly short: string
  /** In the table. */
  readonly label: string
  readonly values: readonly number[]
  /** As written, whole: on the column and in the table. */
  readonly total: string
  /** The same in a few characters, over the column. */
  readonly shortTotal: string
  /** As written in the table, one for each value. */
  readonly texts: readonly string[]
  readonly mark?: string
}

/** How the parts are told apart without colours. Three at most. */
const patterns = ['full', 'striped', 'empty'] as const

/**
 * Columns over time, each stacked, with its total printed on it and a table for who wants it. Lengths are in percent and
 * texts in the page's own size, so nothing shrinks on a narrow screen: there the columns turn into rows.
 */
export function Columns(props: {
  readonly id: string
  /** The whole sentence read aloud. */
  readonly title: string
  readonly series: readonly string[]
  readonly columns: readonly Column[]
  /** Null when the page lists the same numbers itself. */
  readonly table: { readonly summary: string; readonly what: string; readonly total: string } | null
}) {
  const { id, title, series, columns, table } = props
  const highest = Math.max(1, ...columns.map(({ values }) => values.reduce((sum, one) => sum + one, 0)))
  return (
    <figure className={styles.figure}>
      <div className={styles.chart} role="img" aria-label={title}>
        {columns.map((column) => (
          <div key={column.key} className={styles.column}>
            <div className={styles.total}>{column.shortTotal}</div>
            <svg className={styles.upright} aria-hidden="true">
              {stack(column.values, highest).map(({ from, length }, index) => (
                <rect
                  key={series[index]}
                  className={styles[patterns[index] ?? 'empty']}
                  y={`${100 - from - length}%`}
                  width="100%"
                  height={`${length}%`}
                />
              ))}
              <line className={styles.axis} x1="0" x2="100%" y1="100%" y2="100%" />
            </svg>
            <svg className={styles.lying} aria-hidden="true">
              {stack(column.values, highest).map(({ from, length }, index) => (
                <rect
                  key={series[index]}
                  className={styles[patterns[index] ?? 'empty']}
                  x={`${from}%`}
                  width={`${length}%`}
                  height="100%"
                />
              ))}
              <line className={styles.axis} x1="0" x2="0" y1="0" y2="100%" />
            </svg>
            <div className={styles.short}>
              {column.short}
              {column.mark && <span className={styles.mark}> {column.mark}</span>}
            </div>
          </div>
        ))}
      </div>
      <ul className={styles.legend}>
        {series.map((name, index) => (
          <li key={name} className={styles.entry}>
            <svg className={styles.key} aria-hidden="true">
              <rect className={styles[patterns[index] ?? 'empty']} width="100%" height="100%" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      {table && (
        <Details summary={table.summary}>
          <Table
            id={`${id}.table`}
            caption={title}
            captionHidden
            columns={[
              { label: table.what },
              ...series.map((label) => ({ label, numeric: true })),
              { label: table.total, numeric: true },
            ]}
            rows={columns.map(({ key, label, texts, total, mark }) => ({
              key,
              cells: [mark ? `${label} (${mark})` : label, ...texts, total],
            }))}
          />
        </Details>
      )}
    </figure>
  )
}

/** The parts of a column in percent of the highest one, each on top of those before. */
function stack(values: readonly number[], highest: number): { from: number; length: number }[] {
  let from = 0
  return values.map((value) => {
    const length = Math.round((value / highest) * 10_000) / 100
    const part = { from, length }
    from += length
    return part
  })
}
