import styles from './curve.module.css'

type Mark = { readonly at: number; readonly text: string }

/**
 * Two lines over the same axis, in shares of the width and the height: a filled one, and a plain one above it. Its
 * texts keep the page's own size on any screen. `title` is the whole sentence read aloud; `marker` is the index of the
 * point looked at.
 */
export function Curve(props: {
  readonly title: string
  readonly xs: readonly number[]
  readonly filled: { readonly label: string; readonly values: readonly number[] }
  readonly plain: { readonly label: string; readonly values: readonly number[] }
  readonly xLabel: string
  readonly xMarks: readonly Mark[]
  readonly yMarks: readonly Mark[]
  readonly marker?: number
}) {
  const { xs, filled, plain, marker } = props
  const path = (values: readonly number[]) =>
    values.map((value, index) => `${place(xs[index] ?? 0)},${place(1 - value)}`).join(' ')
  const at = marker === undefined ? undefined : xs[marker]
  return (
    <figure className={styles.figure}>
      <svg className={styles.curve} role="img" aria-label={props.title}>
        <svg aria-hidden="true" width="100%" height="14em" viewBox="0 0 100 100" preserveAspectRatio="none">
          {props.yMarks.map((mark) => (
            <line
              key={mark.text}
              className={styles.grid}
              x1="0"
              x2="100"
              y1={place(1 - mark.at)}
              y2={place(1 - mark.at)}
            />
          ))}
          <polygon
            className={styles.area}
            points={`0,100 ${path(filled.values)} ${place(xs.at(-1) ?? 1)},100`}
          />
          <polyline className={styles.filled} points={path(filled.values)} />
          <polyline className={styles.plain} points={path(plain.values)} />
          <line className={styles.axis} x1="0" x2="100" y1="100" y2="100" />
          {at !== undefined && (
            <line className={styles.marker} x1={place(at)} x2={place(at)} y1="0" y2="100" />
          )}
        </svg>
        {props.yMarks.map((mark) => (
          <text key={mark.text} x="0" y={`${14 * (1 - mark.at)}em`} dy="-0.25em">
            {mark.text}
          </text>
        ))}
        {props.xMarks.map((mark) => (
          <text
            key={mark.text}
            x={`${mark.at * 100}%`}
            y="15.25em"
            textAnchor={mark.at < 0.05 ? 'start' : mark.at > 0.9 ? 'end' : 'middle'}
          >
            {mark.text}
          </text>
        ))}
      </svg>
      <p className={styles.xLabel}>{props.xLabel}</p>
      <ul className={styles.legend}>
        <li className={styles.entry}>
          <svg className={styles.key} aria-hidden="true">
            <line className={styles.plain} x1="0" x2="2em" y1="0.5em" y2="0.5em" />
          </svg>
          {plain.label}
        </li>
        <li className={styles.entry}>
          <svg className={styles.key} aria-hidden="true">
            <rect className={styles.area} width="2em" height="1em" />
            <line className={styles.filled} x1="0" x2="2em" y1="0.25em" y2="0.25em" />
          </svg>
          {filled.label}
        </li>
      </ul>
    </figure>
  )
}

const place = (share: number): number => Math.round(share * 10_000) / 100
