import type { Instant } from '@/domain/calendar'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { Select } from '@/ui/Select'
import { moments } from './schema'
import styles from './demo-clock.module.css'

/** The demo's own band, under the page: what time it is here, and how to change it. */
export function DemoClock(props: {
  readonly locale: Locale
  readonly now: Instant
  readonly returnTo: string
}) {
  const { locale } = props
  const t = textsOf(locale, 'demo')
  const mail = textsOf(locale, 'access.demo')
  return (
    <aside className={styles.band} aria-label={t('title')} data-print="no">
      <p>
        <strong>{t('title')}</strong> · {t('now', { instant: formatInstant(props.now, locale) })}
      </p>
      <p>
        <a href={paths.demoMessages(locale)}>{mail('link')}</a>
      </p>
      <Details summary={t('move')}>
        <Form action="/api/demo/clock" hidden={{ language: locale, returnTo: props.returnTo }}>
          <Select
            name="moment"
            label={t('move')}
            empty={t('choose')}
            choices={moments.map((moment) => ({ value: moment, label: t(`moment.${moment}`) }))}
          />
          <Button kind="secondary">{t('button')}</Button>
        </Form>
      </Details>
    </aside>
  )
}
