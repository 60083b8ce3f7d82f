import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup, ButtonLink } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { CodeForm } from './CodeForm'
import type { CodePage } from './queries'
import { ShownCodeNotice } from './ShownCodeNotice'
import type { CodeReason } from './states'

/** The code one comes back with: made here, shown a while, printed; or the account instead. */
export function CodeView(props: {
  readonly locale: Locale
  readonly page: CodePage
  readonly formKey: string
  readonly reason?: CodeReason | undefined
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'entering.code')
  const goOn = <ButtonLink href={paths.application(locale)}>{t('goOn')}</ButtonLink>
  if (page.attached) {
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <Notice kind="success" title={t('attachedTitle')}>
          <p>{t('attachedText')}</p>
        </Notice>
        {goOn}
      </>
    )
  }
  const { shown } = page
  return (
    <>
      {!shown && <CodeForm {...{ locale, formKey }} reason={props.reason} title={t('title')} />}
      {shown && (
        <>
          <PageTitle>{t('title')}</PageTitle>
          <ShownCodeNotice locale={locale} shown={shown} address={page.address} />
          <ButtonGroup>{goOn}</ButtonGroup>
        </>
      )}
      {!shown && (
        <>
          <p>{page.shared ? t('laterShared') : t('laterText')}</p>
          <p>
            <a href={paths.application(locale)}>{t('later')}</a>
          </p>
        </>
      )}
      <h2>{t('accountTitle')}</h2>
      {page.accountKey ? (
        <>
          <p>{t('attachText')}</p>
          <Form action="/api/application/attachment" hidden={{ language: locale, formKey: page.accountKey }}>
            <Button kind="secondary">{t('attach')}</Button>
          </Form>
        </>
      ) : (
        <>
          <p>{t('accountText')}</p>
          <Form
            action="/api/sign-in/citizen"
            hidden={{ language: locale, returnTo: paths.applicationCode(locale) }}
          >
            <Button kind="secondary">{t('signIn')}</Button>
          </Form>
        </>
      )}
    </>
  )
}
