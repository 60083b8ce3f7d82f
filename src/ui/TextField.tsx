import { classNames } from './class-names'
import { FieldFrame, fieldAttributes } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './field.module.css'

/** One line of text. `value` is what was typed, shown again as it was. */
export function TextField(
  props: FieldProps & {
    readonly value?: string
    readonly width?: 'short' | 'medium' | 'full'
    readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel'
    readonly autoComplete?: string
    readonly maxLength?: number
    readonly spellCheck?: boolean
  },
) {
  const { width = 'full' } = props
  return (
    <FieldFrame {...props}>
      <input
        type="text"
        id={props.id ?? props.name}
        name={props.name}
        defaultValue={props.value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        maxLength={props.maxLength}
        spellCheck={props.spellCheck}
        className={classNames(styles.input, width !== 'full' && styles[width])}
        {...fieldAttributes(props)}
      />
    </FieldFrame>
  )
}
