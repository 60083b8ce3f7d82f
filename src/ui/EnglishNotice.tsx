import type { ReactNode } from 'react'
import styles from './english-notice.module.css'

/**
 * One sentence shown on arrival from the other language: it is seen only while the address names its `id`. So a page
 * made ahead holds it for all and shows it to whom it is for, without a script or a page to get through.
 */
export function EnglishNotice(props: {
  readonly id: string
  readonly back: { readonly href: string; readonly text: string }
  readonly children: ReactNode
}) {
  return (
    <aside id={props.id} className={styles.notice} data-print="no">
      <p className={styles.words}>
        {props.children}{' '}
        <a href={props.back.href} lang="fr" hrefLang="fr">
          {props.back.text}
        </a>
      </p>
    </aside>
  )
}
