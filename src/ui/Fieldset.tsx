import type { ReactNode } from 'react'
import { Hint } from './FieldFrame'
import styles from './fieldset.module.css'

/** Questions that belong together: one job, one person. `id` names the group for its hint. */
export function Fieldset(props: {
  readonly id: string
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <fieldset className={styles.group} aria-describedby={props.hint ? `${props.id}.hint` : undefined}>
      <legend className={styles.legend}>{props.legend}</legend>
      <div className={styles.about}>
        <Hint of={props.id}>{props.hint}</Hint>
      </div>
      {props.children}
    </fieldset>
  )
}
