'use client'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from './Button'
import { classNames } from './class-names'
import { Form } from './Form'
import styles from './expiry-warning.module.css'

/**
 * A warning that comes two minutes before a session left alone ends: after 58 minutes, or after 8 (`soon`). The style
 * sheet keeps the time, so it comes without script. Where scripts run, going on leaves the page and what is typed in
 * it as they are, and the time starts again.
 */
export function ExpiryWarning(props: {
  readonly soon: boolean
  readonly title: string
  readonly button: string
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly children: ReactNode
}) {
  const [turn, setTurn] = useState(0)
  const goOn = (event: FormEvent) => {
    const form = (event.target as Element).closest('form')
    if (!form) return
    event.preventDefault()
    const body = new URLSearchParams(props.hidden).toString()
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }
    fetch(props.action, { method: 'POST', body, headers, credentials: 'same-origin' })
      .then((response) => (response.ok ? setTurn(turn + 1) : form.submit()))
      .catch(() => form.submit())
  }
  return (
    <div
      key={turn}
      role="alert"
      className={classNames(styles.warning, props.soon ? styles.soon : styles.later)}
      data-print="no"
      onSubmit={goOn}
    >
      <p className={styles.title}>{props.title}</p>
      {props.children}
      <Form action={props.action} hidden={props.hidden}>
        <Button>{props.button}</Button>
      </Form>
    </div>
  )
}
