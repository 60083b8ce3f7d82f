import type { ReactNode } from 'react'
import { Hidden } from './Hidden'
import styles from './summary-list.module.css'

/** One line of answers. `action.about` is read after its text, so that ten "Modifier" are told apart. */
export type SummaryRow = {
  readonly term: ReactNode
  readonly value: ReactNode
  readonly action?: { readonly href: string; readonly text: string; readonly about: string }
}

/** Questions and answers, each with its link to change it. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map((row, index) => (
        <div key={index} className={styles.row}>
          <dt className={styles.term}>{row.term}</dt>
          <dd className={styles.value}>{row.value}</dd>
          {row.action && (
            <dd className={styles.action} data-print="no">
              <a className={styles.link} href={row.action.href}>
                {row.action.text}
                <Hidden> {row.action.about}</Hidden>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
