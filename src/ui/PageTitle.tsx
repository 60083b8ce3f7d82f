import type { ReactNode } from 'react'
import styles from './page-title.module.css'

/** The one title of a page. `caption` is a short line above it: the month, the file. */
export function PageTitle(props: { readonly children: ReactNode; readonly caption?: ReactNode }) {
  return (
    <h1 className={styles.title}>
      {props.caption && <span className={styles.caption}>{props.caption} </span>}
      {props.children}
    </h1>
  )
}
