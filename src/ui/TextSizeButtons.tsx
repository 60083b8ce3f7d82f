import { Form } from './Form'
import { Hidden } from './Hidden'
import { textSizeSteps, type TextSizeStep } from './text-size'
import styles from './text-size-buttons.module.css'

const signs: Readonly<Record<TextSizeStep, string>> = { smaller: 'A−', reset: 'A', larger: 'A+' }

/** Three small buttons: smaller, as usual, larger. The page need not know the size it has now; the server does. */
export function TextSizeButtons(props: {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly label: string
  readonly words: Readonly<Record<TextSizeStep, string>>
}) {
  return (
    <Form action={props.action} hidden={props.hidden} label={props.label} className={styles.form}>
      {textSizeSteps.map((step) => (
        <button key={step} type="submit" name="textSize" value={step} className={styles[step]}>
          <span aria-hidden="true">{signs[step]}</span>
          <Hidden>{props.words[step]}</Hidden>
        </button>
      ))}
    </Form>
  )
}
