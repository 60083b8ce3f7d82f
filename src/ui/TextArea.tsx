import { FieldFrame, fieldAttributes } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './field.module.css'

/** Several lines of text, in the person's own words. */
export function TextArea(
  props: FieldProps & { readonly value?: string; readonly rows?: number; readonly maxLength?: number },
) {
  return (
    <FieldFrame {...props}>
      <textarea
        id={props.id ?? props.name}
        name={props.name}
        defaultValue={props.value}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        className={styles.textarea}
        {...fieldAttributes(props)}
      />
    </FieldFrame>
  )
}
