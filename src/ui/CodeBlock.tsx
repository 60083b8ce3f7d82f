import styles from './code-block.module.css'

/** Something to copy into a program, as it is. It scrolls inside its own frame, which the keyboard can reach. */
export function CodeBlock({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div className={styles.frame} role="region" aria-label={label} tabIndex={0}>
      <pre className={styles.code} translate="no">
        <code>{children}</code>
      </pre>
    </div>
  )
}
