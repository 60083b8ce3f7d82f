import type { Locale } from '@/i18n/format'
import { FieldFrame, fieldAttributes } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './field.module.css'

/** An amount in dollars, typed freely: it is text, and `value` shows again what was typed. */
export function MoneyField(props: FieldProps & { readonly value?: string; readonly locale: Locale }) {
  const unit = (
    <span className={styles.unit} aria-hidden="true">
      $
    </span>
  )
  return (
    <FieldFrame {...props}>
      <div className={styles.money}>
        {props.locale === 'en' && unit}
        <input
          type="text"
          id={props.id ?? props.name}
          name={props.name}
          defaultValue={props.value}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          {...fieldAttributes(props)}
        />
        {props.locale === 'fr' && unit}
      </div>
    </FieldFrame>
  )
}
