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
        <text className={styles.day} x="20" y="31.5" textAnchor="middle">
          15
        </text>
      </svg>
      {name}
    </span>
  )
}
