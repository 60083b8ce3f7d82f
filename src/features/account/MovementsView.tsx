import { formatInstant, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import type { Movements } from './money-queries'

/** The changes that wait, by whom, and the button that stops them. */
export function MovementsView(props: {
  readonly locale: Locale
  readonly movements: Movements
  readonly formKey: string
}) {
  const { locale, movements, formKey } = props
  const t = textsOf(locale, 'movements')
  if (!movements.atHome) return <p>{t('noHome')}</p>
  if (movements.frozen) {
    return (
      <Notice kind="warning" title={t('frozenTitle')}>
        <p>{t('frozenText')}</p>
      </Notice>
    )
  }
  const freeze = (
    <Form action="/api/account/freeze" hidden={{ language: locale, formKey }}>
      <ButtonGroup>
        <Button kind="danger">{t('freeze')}</Button>
      </ButtonGroup>
    </Form>
  )
  if (movements.waiting.length === 0) {
    return (
      <Details summary={t('freezeSummary')}>
        <p>{t('freezeText')}</p>
        {freeze}
      </Details>
    )
  }
  return (
    <Notice kind="warning" title={t('waitingTitle')}>
      <ul>
        {movements.waiting.map(({ id, kind, masked, by, askedAt, month }) => (
          <li key={id}>
            {t(`waiting.${kind}`, {
              masked,
              name: by,
              instant: formatInstant(askedAt, locale),
              ofMonth: formatOfMonth(month, locale),
            })}
          </li>
        ))}
      </ul>
      <p>{t('freezeText')}</p>
      {freeze}
    </Notice>
  )
}
