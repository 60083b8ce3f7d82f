import type { Cents, Locale } from '@/i18n/format'
import { formatMoney } from '@/i18n/format'
import { Details } from './Details'
import { Table } from './Table'
import styles from './amount-bars.module.css'

/** One part of an amount, in cents and never below zero; `minus` takes it away from the total. */
export type AmountPart = {
  readonly key: string
  readonly label: string
  readonly cents: Cents
  readonly minus?: boolean
}

type Drawn = AmountPart & { readonly letter: string; readonly x: number; readonly width: number }

/** Places parts on a line 100 long: what adds up from the left, what is taken away back from the right. */
function place(parts: readonly AmountPart[]): Drawn[] {
  const scale = parts.reduce((sum, part) => sum + (part.minus ? 0 : part.cents), 0) || 1
  let plus = 0
  let minus = 100
  return parts.map((part, index) => {
    const width = Math.min((part.cents / scale) * 100, 100)
    const x = part.minus ? Math.max(minus - width, 0) : plus
    if (part.minus) minus = x
    else plus += width
    return { ...part, letter: String.fromCharCode(65 + index), x, width }
  })
}

/** What an amount is made of: bars with letters, each letter's value printed below, a table for who wants it. */
export function AmountBars(props: {
  readonly id: string
  readonly title: string
  readonly locale: Locale
  readonly parts: readonly AmountPart[]
  readonly total: { readonly label: string; readonly cents: Cents }
  readonly table: { readonly summary: string; readonly what: string; readonly amount: string }
}) {
  const { locale, total } = props
  const drawn = place(props.parts.filter((part) => part.cents > 0))
  const rows = [{ minus: false }, { minus: true }]
    .map(({ minus }) => drawn.filter((part) => (part.minus ?? false) === minus))
    .filter((row) => row.length > 0)
  const value = (part: AmountPart) => `${part.minus ? '\u2212' : ''}${formatMoney(part.cents, locale)}`
  return (
    <figure className={styles.figure}>
      <svg className={rows.length > 1 ? styles.two : styles.one} role="img" aria-label={props.title}>
        {rows.map((row, line) =>
          row.map((part) => (
            <g key={part.key}>
              <rect
                className={part.minus ? styles.minus : styles.plus}
                x={`${part.x}%`}
                y={`${line * 2.5}em`}
                width={`${part.width}%`}
                height="2.25em"
              />
              {part.width > 5 && (
                <text
                  className={part.minus ? styles.dark : styles.light}
                  x={`${part.x + part.width / 2}%`}
                  y={`${line * 2.5 + 1.5}em`}
                  textAnchor="middle"
                >
                  {part.letter}
                </text>
              )}
            </g>
          )),
        )}
      </svg>
      <ul className={styles.legend}>
        {drawn.map((part) => (
          <li key={part.key} className={styles.entry}>
            <span className={styles.letter}>{part.letter}</span>
            <span className={styles.label}>{part.label}</span>
            <span className={styles.value}>{value(part)}</span>
          </li>
        ))}
        <li className={styles.total}>
          <span className={styles.label}>{total.label}</span>
          <span className={styles.value}>{formatMoney(total.cents, locale)}</span>
        </li>
      </ul>
      <Details summary={props.table.summary}>
        <Table
          id={`${props.id}.table`}
          caption={props.title}
          captionHidden
          columns={[{ label: props.table.what }, { label: props.table.amount, numeric: true }]}
          rows={props.parts.map((part) => ({ key: part.key, cells: [part.label, value(part)] }))}
          foot={{ key: 'total', cells: [total.label, formatMoney(total.cents, locale)] }}
        />
      </Details>
    </figure>
  )
}
