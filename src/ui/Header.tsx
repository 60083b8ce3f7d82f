import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Signature } from './Signature'
import styles from './header.module.css'

/** Where the search is, for the link that leads to it on a small screen. */
const searchId = 'recherche'

/**
 * The blue band: skip link, name, search, language, quick exit. Below it, for signed-in readers, who they are, their
 * menu and the way out; for others where the page lies (`trail`); at its end the text size. Every string is given by
 * the page. On a small screen the search is a link that shows it, so that the band stays two rows.
 */
export function Header(props: {
  readonly skip: string
  readonly home: { readonly href: string; readonly name: string; readonly label: string }
  readonly search: { readonly link: string; readonly form: ReactNode }
  readonly language: { readonly href: string; readonly text: string; readonly lang: string }
  readonly exit: { readonly href: string; readonly text: string }
  readonly textSize: ReactNode
  readonly trail?: ReactNode
  readonly menu?: {
    readonly label: string
    readonly items: readonly { readonly href: string; readonly text: string; readonly current?: boolean }[]
  }
  readonly who?: string
  readonly signOut?: ReactNode
}) {
  const { menu, search } = props
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
          <a className={styles.searchLink} href={`#${searchId}`}>
            <Icon name="search" />
            <span>{search.link}</span>
          </a>
          <div className={styles.search} id={searchId}>
            {search.form}
          </div>
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
      <div className={styles.second}>
        <div className={styles.inside}>
          {props.trail}
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
            {props.textSize}
          </div>
        </div>
      </div>
    </header>
  )
}
