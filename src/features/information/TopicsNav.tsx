import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { contentOf } from './content'
import { topics } from './topics'
import styles from './topics.module.css'

/** Every page of words, by group, under each page anyone may read. */
export function TopicsNav({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'information.topics')
  return (
    <nav className={styles.band} aria-labelledby="topics" data-print="no">
      <div className={styles.inside}>
        <h2 id="topics" className={styles.title}>
          {t('title')}
        </h2>
        <ul className={styles.groups}>
          {topics.map(({ group, pages }) => (
            <li key={group} className={styles.group}>
              <h3 className={styles.groupTitle}>{t(group)}</h3>
              <ul className={styles.pages}>
                {pages.map((page) => (
                  <li key={page} className={styles.page}>
                    <a href={paths.content(locale, page)}>{contentOf(page, locale).short}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
