import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Hidden } from './Hidden'
import styles from './steps.module.css'

/** Where the reader is in a short journey. `stateText` is read aloud: "fait", "vous êtes ici", "à venir". */
export function Steps(props: {
  readonly label: string
  readonly steps: readonly {
    readonly text: string
    readonly state: 'done' | 'current' | 'next'
    readonly stateText: string
  }[]
}) {
  return (
    <nav aria-label={props.label} data-print="no">
      <ol className={styles.steps}>
        {props.steps.map((step) => (
          <li
            key={step.text}
            className={classNames(styles.step, styles[step.state])}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.text}
            <Hidden> ({step.stateText})</Hidden>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What happened and when, newest or oldest first as the caller orders it. */
export function Timeline(props: {
  readonly events: readonly {
    readonly key: string
    readonly when: ReactNode
    readonly title: ReactNode
    readonly children?: ReactNode
  }[]
}) {
  return (
    <ol className={styles.timeline}>
      {props.events.map((event) => (
        <li key={event.key} className={styles.event}>
          <div className={styles.when}>{event.when}</div>
          <div className={styles.what}>{event.title}</div>
          {event.children}
        </li>
      ))}
    </ol>
  )
}
