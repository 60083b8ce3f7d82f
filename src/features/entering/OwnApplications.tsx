import { dayOf } from '@/domain/calendar'
import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { OwnApplication } from '@/server/own-applications'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Hidden } from '@/ui/Hidden'

/** The applications attached to one's account, each with the button that opens it. Dates alone: no answer is here. */
export function OwnApplications(props: {
  readonly locale: Locale
  readonly applications: readonly OwnApplication[]
  readonly formKey: string
}) {
  const { locale, applications, formKey } = props
  if (applications.length === 0) return null
  const t = textsOf(locale, 'entering.own')
  return (
    <section aria-labelledby="applications">
      <h2 id="applications">{t('title')}</h2>
      {applications.map(({ id, adult, startedAt, sentAt, withdrawnAt }) => {
        const day = formatDay(dayOf(startedAt), locale)
        return (
          <Form
            key={id}
            action="/api/application/opening"
            hidden={{ language: locale, formKey, application: id }}
          >
            <p>
              {t('started', { day })}.
              {sentAt && <> {t('sent', { instant: formatInstant(sentAt, locale) })}.</>}
              {withdrawnAt && <> {t('withdrawn', { instant: formatInstant(withdrawnAt, locale) })}.</>}
              {adult === 'spouse' && <> {t('asSpouse')}.</>}
            </p>
            <Button kind="secondary">
              {sentAt ? t('follow') : t('continue')} <Hidden>{t('of', { day })}</Hidden>
            </Button>
          </Form>
        )
      })}
    </section>
  )
}
