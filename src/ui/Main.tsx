import type { ReactNode } from 'react'
import styles from './main.module.css'

/** The content of a page, where the skip link lands. `wide` is for tables and worklists. */
export function Main({ children, wide }: { readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    <main id="contenu" tabIndex={-1} className={styles.main}>
      <div className={wide ? undefined : styles.column}>{children}</div>
    </main>
  )
}
