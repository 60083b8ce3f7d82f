import { FieldFrame, fieldAttributes } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './field.module.css'

/** One or several files. On a telephone, its own choice of camera or album; `accept` is what it should offer. */
export function FileField(props: FieldProps & { readonly accept: string; readonly multiple?: boolean }) {
  return (
    <FieldFrame {...props}>
      <input
        type="file"
        id={props.id ?? props.name}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        className={styles.input}
        {...fieldAttributes(props)}
      />
    </FieldFrame>
  )
}
