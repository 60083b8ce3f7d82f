import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './Icon'
import styles from './field.module.css'

/**
 * What every field is told. `id` defaults to `name`, so that an error summary can link to `#name`.
 * `label`, `hint` and `error` are whole sentences in the reader's language; `optional` is the word to add
 * to the label of a field that may stay empty (required ones carry no mark).
 */
export type FieldProps = {
  readonly id?: string
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string
  readonly optional?: string
}

/** The attributes that tie a control to its hint and its error. */
export function fieldAttributes({ id, name, hint, error }: FieldProps) {
  const own = id ?? name
  const describedBy = [hint ? `${own}.hint` : '', error ? `${own}.error` : ''].filter(Boolean).join(' ')
  return {
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
}

/** The hint under a label or a legend. */
export function Hint({ of, children }: { readonly of: string; readonly children?: ReactNode }) {
  if (!children) return null
  return (
    <div id={`${of}.hint`} className={styles.hint}>
      {children}
    </div>
  )
}

/** The sentence that says what to do, beside the field it is about. */
export function FieldError({
  of,
  children,
}: {
  readonly of: string
  readonly children?: string | undefined
}) {
  if (!children) return null
  return (
    <p id={`${of}.error`} className={styles.error}>
      <Icon name="error" /> {children}
    </p>
  )
}

/** A label, its hint, its error and the control given as children. */
export function FieldFrame(props: FieldProps & { readonly children: ReactNode }) {
  const own = props.id ?? props.name
  return (
    <div className={classNames(styles.field, props.error !== undefined && styles.invalid)}>
      <label className={styles.label} htmlFor={own}>
        {props.label}
        {props.optional && <span className={styles.optional}> {props.optional}</span>}
      </label>
      <Hint of={own}>{props.hint}</Hint>
      <FieldError of={own}>{props.error}</FieldError>
      {props.children}
    </div>
  )
}

/** A legend, its hint, its error and the controls given as children: radios, checkboxes, a date. */
export function FieldsetFrame(
  props: FieldProps & { readonly children: ReactNode; readonly legendIsTitle?: boolean },
) {
  const own = props.id ?? props.name
  const { 'aria-describedby': describedBy } = fieldAttributes(props)
  return (
    <fieldset
      className={classNames(styles.field, props.error !== undefined && styles.invalid)}
      aria-describedby={describedBy}
    >
      <legend className={props.legendIsTitle ? styles.title : styles.label}>
        {props.legendIsTitle ? <h1>{props.label}</h1> : props.label}
        {props.optional && <span className={styles.optional}> {props.optional}</span>}
      </legend>
      <Hint of={own}>{props.hint}</Hint>
      <FieldError of={own}>{props.error}</FieldError>
      {props.children}
    </fieldset>
  )
}
