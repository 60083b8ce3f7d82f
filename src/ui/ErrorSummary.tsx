import { Icon } from './Icon'
import styles from './error-summary.module.css'

/**
 * What to put right, on top of the page: the words of each field, each a link to it. It takes focus when the
 * page opens, which HTML does without script.
 */
export function ErrorSummary(props: {
  readonly title: string
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}) {
  if (props.errors.length === 0) return null
  return (
    <div className={styles.summary} tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className={styles.title}>
          <Icon name="error" /> {props.title}
        </h2>
        <ul className={styles.list}>
          {props.errors.map((error) => (
            <li key={error.field}>
              <a className={styles.link} href={`#${error.field}`}>
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
