import type { Instant } from '@/domain/calendar'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Timeline } from '@/ui/Steps'
import { Tag } from '@/ui/Tag'
import styles from './file.module.css'
import type { TimelineEntry } from './timeline'

/** How much of a timeline is drawn. */
const MOST = 100

/** What happened, the latest first; what came since `newSince` is marked. */
export function TimelinePanel(props: {
  readonly locale: Locale
  readonly entries: readonly TimelineEntry[]
  readonly newSince?: Instant | null
}) {
  const { locale, entries, newSince } = props
  const t = textsOf(locale, 'casefile')
  if (entries.length === 0) return <p>{t('event.none')}</p>
  return (
    <>
      <Timeline
        events={entries.slice(0, MOST).map((entry) => ({
          key: entry.key,
          when: (
            <>
              {formatInstant(entry.at, locale)}
              {newSince && entry.at > newSince && (
                <>
                  {' '}
                  <Tag kind="info">{t('new')}</Tag>
                </>
              )}
            </>
          ),
          title: entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title,
          children: entry.lines.map((line, index) => (
            <div key={index} className={styles.words} dir="auto">
              {line}
            </div>
          )),
        }))}
      />
      {entries.length > MOST && <p>{t('event.more', { count: MOST })}</p>}
    </>
  )
}
