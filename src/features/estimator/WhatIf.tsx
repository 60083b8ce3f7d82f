'use client'
import { type ComponentProps, useState, useSyncExternalStore } from 'react'
import { Curve } from '@/ui/Curve'
import styles from './estimator.module.css'

/**
 * The curve and, where scripts run, a slider that reads it point by point. Without script the curve stands alone, and
 * the table after it says the same. `readings` is the sentence of each point.
 */
export function WhatIf(props: {
  readonly curve: ComponentProps<typeof Curve>
  readonly label: string
  readonly readings: readonly string[]
  readonly start: number
}) {
  const [at, setAt] = useState(props.start)
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  return (
    <>
      {scripted && (
        <div className={styles.slider} data-print="no">
          <label htmlFor="what-if">{props.label}</label>
          <input
            id="what-if"
            type="range"
            min={0}
            max={props.readings.length - 1}
            value={at}
            onChange={(event) => setAt(Number(event.target.value))}
            aria-valuetext={props.readings[at]}
          />
          <output htmlFor="what-if" className={styles.reading}>
            {props.readings[at]}
          </output>
        </div>
      )}
      <Curve {...props.curve} {...(scripted ? { marker: at } : {})} />
    </>
  )
}
