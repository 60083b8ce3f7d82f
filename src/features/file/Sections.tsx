import type { ReactNode } from 'react'
import styles from './file.module.css'

export type Section = { readonly id: string; readonly title: string; readonly body: ReactNode }

/** The parts of one long screen: links to each on top, so that the keyboard needs two keys to reach any of them. */
export function Sections(props: { readonly label: string; readonly sections: readonly Section[] }) {
  return (
    <>
      <nav aria-label={props.label} className={styles.jump} data-print="no">
        <ul className={styles.jumpList}>
          {props.sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {props.sections.map(({ id, title, body }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {body}
        </section>
      ))}
    </>
  )
}
