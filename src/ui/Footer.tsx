import type { ReactNode } from 'react'
import styles from './footer.module.css'

/** Where a page ends: whom to call, a few links, and a line that says what this site is. */
export function Footer(props: {
  readonly label: string
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly note: ReactNode
  readonly children: ReactNode
}) {
  return (
    <footer className={styles.footer} data-print="no">
      <div className={styles.inside}>
        <div className={styles.columns}>{props.children}</div>
        <nav aria-label={props.label}>
          <ul className={styles.links}>
            {props.links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.text}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className={styles.note}>{props.note}</p>
      </div>
    </footer>
  )
}
