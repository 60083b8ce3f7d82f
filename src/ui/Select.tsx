import { FieldFrame, fieldAttributes } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './field.module.css'

/** One answer among many. `empty` is the first line, sent as nothing ("Choisissez"). */
export function Select(
  props: FieldProps & {
    readonly choices: readonly { readonly value: string; readonly label: string }[]
    readonly value?: string
    readonly empty: string
  },
) {
  return (
    <FieldFrame {...props}>
      <select
        id={props.id ?? props.name}
        name={props.name}
        defaultValue={props.value ?? ''}
        className={styles.select}
        {...fieldAttributes(props)}
      >
        <option value="">{props.empty}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
