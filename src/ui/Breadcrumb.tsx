import { Icon } from './Icon'
import styles from './breadcrumb.module.css'

/** Where a page lies. The last step is the page itself and leads nowhere. */
export type Trail = readonly { readonly href?: string; readonly text: string }[]

/**
 * The way from the home page to this one. On a small screen only the step before it, which is the way back: the title
 * says the rest.
 */
export function Breadcrumb({ label, trail }: { readonly label: string; readonly trail: Trail }) {
  return (
    <nav aria-label={label}>
      <ol className={styles.trail}>
        {trail.map(({ href, text }) => (
          <li key={text} className={styles.step}>
            {href === undefined ? (
              <span aria-current="page">{text}</span>
            ) : (
              <a href={href}>
                <Icon name="arrowLeft" />
                {text}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
