import { formatDay, formatTime } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { AssistedVisit } from '@/server/assisted'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'

/** On every page of the help: with whom, how, until when, and the way out. */
export function Banner(props: {
  readonly locale: Locale
  readonly visit: AssistedVisit
  readonly formKey: string
}) {
  const { locale, visit, formKey } = props
  const { assisted, name } = visit.viewer
  const t = textsOf(locale, 'assisted.banner')
  if (!assisted) return null
  return (
    <Notice kind="info" title={t('title', { name })} asideOfHeadings>
      <p>
        {t('text', {
          file: visit.fileNumber,
          channel: assisted.channel,
          time: formatTime(visit.endsAt, locale),
        })}
      </p>
      {assisted.handedInOn && <p>{t('paper', { day: formatDay(assisted.handedInOn, locale) })}</p>}
      <Form action={`/api/assisted/${assisted.id}/end`} hidden={{ language: locale, formKey }}>
        <Button kind="plain">{t('end')}</Button>
      </Form>
    </Notice>
  )
}
