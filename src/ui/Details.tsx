import type { ReactNode } from 'react'
import styles from './details.module.css'

/** More words for those who want them: a term explained, a table behind a drawing. */
export function Details(props: {
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly open?: boolean
}) {
  return (
    <details className={styles.details} open={props.open}>
      <summary className={styles.summary}>{props.summary}</summary>
      <div className={styles.content}>{props.children}</div>
    </details>
  )
}
