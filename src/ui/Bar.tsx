import styles from './bar.module.css'

/** A number drawn beside its figure in a table: `share` of the whole width, 0 to 1. It says nothing that is not printed. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg className={styles.bar} aria-hidden="true">
      <rect className={styles.whole} width="100%" height="100%" />
      <rect
        className={styles.part}
        width={`${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%`}
        height="100%"
      />
    </svg>
  )
}
