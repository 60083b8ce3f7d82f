import styles from './signature.module.css'

/**
 * The place of the government's signature, whose use is reserved by decree. Until an organization entitled to
 * it puts it here, a neutral mark stands: a month's page with its fifteenth day.
 */
export function Signature({ name }: { readonly name: string }) {
  return (
    <span className={styles.signature}>
      <svg className={styles.mark} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <path className={styles.page} d="M4 8h32v28H4z" />
        <path className={styles.page} d="M4 15h32M12 3v9M28 3v9" />
        <path
          className={styles.day}
          d="M13 22.5l3-2v10M26.5 20.5h-5.5l-.5 4.2c3.2-1 6 .1 6 2.6s-3.2 3.6-6.2 1.8"
        />
      </svg>
      {name}
    </span>
  )
}
