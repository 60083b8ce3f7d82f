import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './button.module.css'

type Kind = 'primary' | 'secondary' | 'plain' | 'danger'

/** A button that sends its form. With `name` and `value` the form knows which of its buttons was pressed. */
export function Button(props: {
  readonly children: ReactNode
  readonly kind?: Kind
  readonly name?: string
  readonly value?: string
  readonly formAction?: string
}) {
  return (
    <button
      type="submit"
      className={classNames(styles.button, styles[props.kind ?? 'primary'])}
      name={props.name}
      value={props.value}
      formAction={props.formAction}
    >
      {props.children}
    </button>
  )
}

/** A link that looks like a button: the next place to go, when nothing is sent. */
export function ButtonLink(props: {
  readonly children: ReactNode
  readonly href: string
  readonly kind?: Kind
}) {
  return (
    <a className={classNames(styles.button, styles[props.kind ?? 'primary'])} href={props.href}>
      {props.children}
    </a>
  )
}

/** Buttons side by side, or one under the other where there is no room. */
export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.group} data-print="no">
      {children}
    </div>
  )
}
