import { classNames } from './class-names'
import styles from './month-strip.module.css'

type Mark = { readonly day: number; readonly label: string }

/**
 * The days of a month in a row, with the due day and today. `title` is the whole sentence read aloud; the labels
 * are written under the drawing, where they can wrap. Positions are in percent and numbers in the page's own
 * size, so nothing shrinks on a narrow screen.
 */
export function MonthStrip(props: {
  readonly title: string
  readonly days: number
  readonly due: Mark
  readonly today?: Mark
}) {
  const { days, due, today } = props
  const width = 100 / days
  const left = (day: number) => (day - 1) * width
  const box = (day: number, className: string | undefined) => (
    <rect key={day} className={className} x={`${left(day)}%`} width={`${width}%`} height="1.75em" />
  )
  return (
    <figure className={styles.figure}>
      <svg className={styles.strip} role="img" aria-label={props.title}>
        {Array.from({ length: days }, (_, index) => index + 1).map((day) =>
          box(
            day,
            classNames(
              styles.day,
              today !== undefined && day < today.day && styles.past,
              day === due.day && styles.dueDay,
            ),
          ),
        )}
        {today && box(today.day, styles.today)}
        <text y="3em">1</text>
        <text className={styles.dueNumber} x={`${left(due.day) + width / 2}%`} y="3em" textAnchor="middle">
          {due.day}
        </text>
        {days - due.day > 5 && (
          <text x="100%" y="3em" textAnchor="end">
            {days}
          </text>
        )}
      </svg>
      <ul className={styles.legend}>
        <li className={styles.entry}>
          <svg className={styles.key} aria-hidden="true">
            <rect className={styles.dueDay} width="1em" height="1em" />
          </svg>
          {due.label}
        </li>
        {today && (
          <li className={styles.entry}>
            <svg className={styles.key} aria-hidden="true">
              <rect className={styles.today} x="2" y="2" width="0.75em" height="0.75em" />
            </svg>
            {today.label}
          </li>
        )}
      </ul>
    </figure>
  )
}
