import { classNames } from './class-names'
import styles from './month-strip.module.css'

type Mark = { readonly day: number; readonly label: string }

/** Near an end, words lean inwards so that none is cut off. */
function anchor(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 25) return 'start'
  return percent > 75 ? 'end' : 'middle'
}

/**
 * The days of a month in a row, with the due day and today (without today, the first and last are numbered). Positions are in percent and words in the page's
 * own size, so nothing shrinks on a narrow screen. `title` is the whole sentence read aloud; labels are two or
 * three words.
 */
export function MonthStrip(props: {
  readonly title: string
  readonly days: number
  readonly due: Mark
  readonly today?: Mark
}) {
  const { days, due, today } = props
  const left = (day: number) => ((day - 1) / days) * 100
  const middle = (day: number) => ((day - 0.5) / days) * 100
  const label = (mark: Mark, y: string, className: string | undefined) => {
    const at = anchor(middle(mark.day))
    const x = at === 'start' ? left(mark.day) : at === 'end' ? left(mark.day + 1) : middle(mark.day)
    return (
      <text key={mark.day} className={className} x={`${x}%`} y={y} textAnchor={at}>
        {mark.label}
      </text>
    )
  }
  return (
    <svg className={styles.strip} role="img" aria-label={props.title}>
      {label(due, '1em', styles.due)}
      {Array.from({ length: days }, (_, index) => index + 1).map((day) => (
        <rect
          key={day}
          className={classNames(
            styles.day,
            today !== undefined && day < today.day && styles.past,
            day === due.day && styles.dueDay,
          )}
          x={`${left(day)}%`}
          y="1.5em"
          width={`${100 / days}%`}
          height="1.5em"
        />
      ))}
      {today && (
        <rect
          className={styles.today}
          x={`${left(today.day)}%`}
          y="1.5em"
          width={`${100 / days}%`}
          height="1.5em"
        />
      )}
      {today
        ? label(today, '4.25em', undefined)
        : [1, days].map((day) => label({ day, label: String(day) }, '4.25em', undefined))}
    </svg>
  )
}
