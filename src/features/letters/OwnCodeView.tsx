import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { OwnCode } from './queries'

/** What a person may know of their own code, and the way to ask for another. The code itself is never shown. */
export function OwnCodeView(props: {
  readonly locale: Locale
  readonly code: OwnCode | null
  readonly formKey: string
}) {
  const { locale, code, formKey } = props
  const t = textsOf(locale, 'letters.own')
  const onItsWay = code?.reason === 'renewal' && code.waiting
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('intro')}</p>
      {onItsWay && (
        <Notice kind="success" title={t('onItsWay')}>
          <p>{t('onItsWayText')}</p>
        </Notice>
      )}
      {code ? (
        <ul>
          <li>{t(code.reason, { instant: formatInstant(code.issuedAt, locale) })}</li>
          {code.waiting && <li>{t('waiting')}</li>}
          {code.printedAt && <li>{t('printed', { instant: formatInstant(code.printedAt, locale) })}</li>}
        </ul>
      ) : (
        <p>{t('none')}</p>
      )}
      {!onItsWay && (
        <section aria-labelledby="ask">
          <h2 id="ask">{t('askTitle')}</h2>
          <p>{t('ask')}</p>
          <p>
            {t('once')} {t('never')}
          </p>
          <Form action="/api/access-code/renewal" hidden={{ language: locale, formKey }}>
            <ButtonGroup>
              <Button kind="secondary">{t('button')}</Button>
            </ButtonGroup>
          </Form>
        </section>
      )}
    </>
  )
}
