import { Hidden } from './Hidden'
import { Icon } from './Icon'
import styles from './search-box.module.css'

/** One line to search with, and its button. A plain GET: the answer has an address, and works without a script. */
export function SearchBox(props: {
  readonly action: string
  readonly name: string
  readonly label: string
  readonly button: string
}) {
  return (
    <form className={styles.form} role="search" action={props.action} acceptCharset="utf-8">
      <label htmlFor="site-search">
        <Hidden>{props.label}</Hidden>
      </label>
      <input
        className={styles.input}
        type="search"
        id="site-search"
        name={props.name}
        autoComplete="off"
        maxLength={200}
      />
      <button className={styles.button} type="submit">
        <Icon name="search" />
        <Hidden>{props.button}</Hidden>
      </button>
    </form>
  )
}
