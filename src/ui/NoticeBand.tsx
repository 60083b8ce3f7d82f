import type { ReactNode } from 'react'
import styles from './notice-band.module.css'

/** Notices of the whole site, above the content of the page. Of no use on paper. */
export function NoticeBand({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label} data-print="no" className={styles.band}>
      {children}
    </section>
  )
}
