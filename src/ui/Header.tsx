import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Signature } from './Signature'
import styles from './header.module.css'

/**
 * The blue band: skip link, name, language, quick exit; below it, for signed-in readers, who they are, their
 * menu and the way out. Every string is given by the page.
 */
export function Header(props: {
  readonly skip: string
  readonly home: { readonly href: string; readonly name: string; readonly label: string }
  readonly language: { readonly href: string; readonly text: string; readonly lang: string }
  readonly exit: { readonly href: string; readonly text: string }
  readonly menu?: {
    readonly label: string
    readonly items: readonly { readonly href: string; readonly text: string; readonly current?: boolean }[]
  }
  readonly who?: string
  readonly signOut?: ReactNode
}) {
  const { menu } = props
  return (
    <header data-print="no">
      <a className={styles.skip} href="#contenu">
        {props.skip}
      </a>
      <div className={styles.band}>
        <div className={styles.inside}>
          <a className={styles.home} href={props.home.href} aria-label={props.home.label}>
            <Signature name={props.home.name} />
          </a>
          <div className={styles.tools}>
            <a
              className={styles.tool}
              href={props.language.href}
              lang={props.language.lang}
              hrefLang={props.language.lang}
            >
              {props.language.text}
            </a>
            <a className={styles.exit} href={props.exit.href} rel="noreferrer">
              <Icon name="exit" /> {props.exit.text}
            </a>
          </div>
        </div>
      </div>
      {(menu ?? props.who ?? props.signOut) && (
        <div className={styles.second}>
          <div className={styles.inside}>
            {menu && (
              <nav aria-label={menu.label}>
                <ul className={styles.menu}>
                  {menu.items.map((item) => (
                    <li key={item.href}>
                      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                        {item.text}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            <div className={styles.account}>
              {props.who && <span className={styles.who}>{props.who}</span>}
              {props.signOut}
            </div>
          </div>
        </div>
      )}
    </header>
  )
}
