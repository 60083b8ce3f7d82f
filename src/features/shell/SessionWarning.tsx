import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, isStaff, type Citizen, type Staff } from '@/server/viewer'
import { ExpiryWarning } from '@/ui/ExpiryWarning'

/** Told on every private page before the session ends, with the way to go on. `at` is the page to come back to. */
export function SessionWarning(props: {
  readonly locale: Locale
  readonly at: string
  readonly viewer: Citizen | Staff
}) {
  const { locale, viewer } = props
  const t = textsOf(locale, 'access.expiry')
  return (
    <ExpiryWarning
      soon={!isStaff(viewer) && viewer.shared}
      title={t('title')}
      button={t('button')}
      action="/api/session/extension"
      hidden={{ language: locale, returnTo: props.at, formKey: formKeyOf(viewer) }}
    >
      <p>{t('text')}</p>
      {!isStaff(viewer) && <p>{t('late')}</p>}
    </ExpiryWarning>
  )
}
