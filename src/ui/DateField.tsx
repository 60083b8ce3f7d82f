import { classNames } from './class-names'
import { FieldsetFrame } from './FieldFrame'
import type { FieldProps } from './FieldFrame'
import styles from './field.module.css'

type Part = 'day' | 'month' | 'year'
const parts: readonly Part[] = ['day', 'month', 'year']

/**
 * A date in three numeric fields named `<name>.day`, `<name>.month`, `<name>.year`. The day carries the
 * field's own id, so that an error summary lands on it. `wrong` names the parts to mark; all when left out.
 */
export function DateField(
  props: FieldProps & {
    readonly partLabels: Readonly<Record<Part, string>>
    readonly value?: Readonly<Partial<Record<Part, string>>>
    readonly wrong?: readonly Part[]
    readonly birthday?: boolean
    readonly legendIsTitle?: boolean
  },
) {
  const own = props.id ?? props.name
  return (
    <FieldsetFrame {...props}>
      <div className={styles.parts}>
        {parts.map((part) => {
          const id = part === 'day' ? own : `${own}.${part}`
          const wrong = props.error !== undefined && (props.wrong ?? parts).includes(part)
          return (
            <div key={part} className={styles.part}>
              <label htmlFor={id}>{props.partLabels[part]}</label>
              <input
                type="text"
                id={id}
                name={`${props.name}.${part}`}
                defaultValue={props.value?.[part]}
                inputMode="numeric"
                autoComplete={props.birthday ? `bday-${part}` : 'off'}
                aria-invalid={wrong || undefined}
                className={classNames(styles.input, part === 'year' ? styles.year : styles.day)}
              />
            </div>
          )
        })}
      </div>
    </FieldsetFrame>
  )
}
