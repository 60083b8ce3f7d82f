import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './Icon'
import styles from './notice.module.css'

const icons: Record<'info' | 'warning' | 'success' | 'error', IconName> = {
  info: 'info',
  warning: 'warning',
  success: 'check',
  error: 'error',
}

/**
 * Something to know before going on. The title says it in words; the colour only repeats it. `asideOfHeadings` is for
 * what stands outside the outline of the page: its title is then no heading.
 */
export function Notice(props: {
  readonly kind: keyof typeof icons
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly id?: string
  readonly asideOfHeadings?: boolean
}) {
  const Title = props.asideOfHeadings ? 'p' : 'h2'
  return (
    <section id={props.id} className={classNames(styles.notice, styles[props.kind])}>
      <div className={styles.mark}>
        <Icon name={icons[props.kind]} />
      </div>
      <div className={styles.words}>
        <Title className={styles.title}>{props.title}</Title>
        {props.children}
      </div>
    </section>
  )
}
