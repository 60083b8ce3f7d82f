import type { ReactNode } from 'react'
import { FieldError, FieldsetFrame, fieldAttributes } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './choices.module.css'

/** One choice: what is sent, what is read, and an example when the words are hard. */
export type Choice = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }

type ChoicesProps = FieldProps & { readonly choices: readonly Choice[]; readonly legendIsTitle?: boolean }

/** The first choice carries the field's own id, so that an error summary lands on it. */
function choiceId(field: FieldProps, choice: Choice, index: number): string {
  const own = field.id ?? field.name
  return index === 0 ? own : `${own}.${choice.value}`
}

function ChoiceRow(props: {
  readonly id: string
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly choice: Choice
  readonly checked: boolean
  readonly invalid: boolean
}) {
  const { id, choice } = props
  return (
    <div className={styles.row}>
      <input
        type={props.type}
        id={id}
        name={props.name}
        value={choice.value}
        defaultChecked={props.checked}
        aria-invalid={(props.invalid && props.type === 'checkbox') || undefined}
        aria-describedby={choice.hint ? `${id}.example` : undefined}
        className={styles.input}
      />
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {choice.label}
        </label>
        {choice.hint && (
          <div id={`${id}.example`} className={styles.hint}>
            {choice.hint}
          </div>
        )}
      </div>
    </div>
  )
}

/** One answer among a few (up to seven; a `Select` above that). Nothing is chosen unless `value` says so. */
export function Radios(props: ChoicesProps & { readonly value?: string }) {
  return (
    <FieldsetFrame {...props}>
      {props.choices.map((choice, index) => (
        <ChoiceRow
          key={choice.value}
          id={choiceId(props, choice, index)}
          type="radio"
          name={props.name}
          choice={choice}
          checked={props.value === choice.value}
          invalid={props.error !== undefined}
        />
      ))}
    </FieldsetFrame>
  )
}

/** Any number of answers, all sent under one name. */
export function Checkboxes(props: ChoicesProps & { readonly values?: readonly string[] }) {
  return (
    <FieldsetFrame {...props}>
      {props.choices.map((choice, index) => (
        <ChoiceRow
          key={choice.value}
          id={choiceId(props, choice, index)}
          type="checkbox"
          name={props.name}
          choice={choice}
          checked={props.values?.includes(choice.value) ?? false}
          invalid={props.error !== undefined}
        />
      ))}
    </FieldsetFrame>
  )
}

/** A single box to tick: an attestation, an agreement. The label is the whole sentence agreed to. */
export function Checkbox(props: FieldProps & { readonly value: string; readonly checked?: boolean }) {
  const own = props.id ?? props.name
  return (
    <div className={props.error === undefined ? styles.single : styles.singleInvalid}>
      <FieldError of={own}>{props.error}</FieldError>
      <div className={styles.row}>
        <input
          type="checkbox"
          id={own}
          name={props.name}
          value={props.value}
          defaultChecked={props.checked}
          className={styles.input}
          {...fieldAttributes(props)}
        />
        <div className={styles.words}>
          <label htmlFor={own} className={styles.label}>
            {props.label}
          </label>
          {props.hint && (
            <div id={`${own}.hint`} className={styles.hint}>
              {props.hint}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
