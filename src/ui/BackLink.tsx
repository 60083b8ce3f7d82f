import type { ReactNode } from 'react'
import { Icon } from './Icon'
import styles from './back-link.module.css'

/** The way back, above the title. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a className={styles.back} href={href} data-print="no">
      <Icon name="arrowLeft" />
      {children}
    </a>
  )
}
