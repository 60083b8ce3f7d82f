import { taskKinds } from '@/domain/decision/task'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { Asked } from './asked'
import type { Count, Counts } from './queries'
import { countWords } from './words'
import styles from './worklist.module.css'

/** How many tasks there are by subject and by person: each is the way to those. A subject without any is left out. */
export function CountsView(props: {
  readonly locale: Locale
  readonly asked: Asked
  readonly counts: Counts
  readonly at: (change: Partial<Asked>) => string
}) {
  const { locale, asked, counts, at } = props
  const t = textsOf(locale, 'worklist')
  const way = (key: string, href: string, name: string, count: Count | null, current: boolean) => (
    <li key={key}>
      <a href={href} aria-current={current ? 'true' : undefined} className={styles.way}>
        {count === null ? name : t('view', { name, count: countWords(locale, count) })}
      </a>
    </li>
  )
  return (
    <nav aria-label={t('counts')} data-print="no">
      <ul className={styles.ways} aria-label={t('countsWho')}>
        {way(
          'all',
          at({ whose: 'all', due: null }),
          t('whose.all'),
          null,
          asked.whose === 'all' && asked.due === null,
        )}
        {way('mine', at({ whose: 'mine', due: null }), t('whose.mine'), counts.mine, asked.whose === 'mine')}
        {way(
          'nobody',
          at({ whose: 'nobody', due: null }),
          t('whose.nobody'),
          counts.nobody,
          asked.whose === 'nobody',
        )}
        {way('late', at({ whose: 'all', due: 'late' }), t('due.late'), counts.late, asked.due === 'late')}
      </ul>
      <ul className={styles.ways} aria-label={t('countsOf')}>
        {way('every', at({ kind: null }), t('every'), null, asked.kind === null)}
        {taskKinds
          .filter((kind) => counts.kinds[kind].count > 0 || asked.kind === kind)
          .map((kind) =>
            way(kind, at({ kind }), t(`kinds.${kind}`), counts.kinds[kind], asked.kind === kind),
          )}
      </ul>
    </nav>
  )
}
