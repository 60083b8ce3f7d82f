import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './tag.module.css'

export type TagKind = 'neutral' | 'info' | 'success' | 'warning' | 'error'

/** A state in one or two words. */
export function Tag({ kind, children }: { readonly kind: TagKind; readonly children: ReactNode }) {
  return <span className={classNames(styles.tag, styles[kind])}>{children}</span>
}
