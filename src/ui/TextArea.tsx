import { FieldFrame, fieldAttributes } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './field.module.css'

/** Several lines of text, in the person's own words. `lang` is theirs when it is not that of the page: `en-CA`. */
export function TextArea(
  props: FieldProps & {
    readonly value?: string
    readonly rows?: number
    readonly maxLength?: number
    readonly lang?: string
  },
) {
  return (
    <FieldFrame {...props}>
      <textarea
        id={props.id ?? props.name}
        name={props.name}
        defaultValue={props.value}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        lang={props.lang}
        className={styles.textarea}
        {...fieldAttributes(props)}
      />
    </FieldFrame>
  )
}
