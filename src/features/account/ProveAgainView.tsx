import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import type { ProvePage } from './money-queries'

/** Proves that the person is still the one at the keyboard, before money or letters move. */
export function ProveAgainView(props: {
  readonly locale: Locale
  readonly page: ProvePage
  readonly next: string
  readonly formKey: string
}) {
  const { locale, page, next, formKey } = props
  const t = textsOf(locale, 'movements')
  const account = textsOf(locale, 'account')
  const common = textsOf(locale, 'common')
  const wrong = page.state === 'format' || page.state === 'wrong'
  const error = wrong ? t(`prove.${page.state}`, { left: page.left }) : undefined
  const hidden = { language: locale, formKey, next }
  const asksCode = page.state === 'sent' || wrong
  return (
    <>
      <ErrorSummary title={common('errorSummary')} errors={error ? [{ field: 'code', text: error }] : []} />
      <BackLink href={paths.account(locale)}>{account('title')}</BackLink>
      <PageTitle>{t('prove.title')}</PageTitle>
      <p>{t('prove.lead')}</p>
      {page.state === 'over' && <p>{t('prove.over')}</p>}
      {page.state === 'wait' && <p>{t('prove.wait', { minutes: page.minutes })}</p>}
      <p>{page.sendsTo ? t('prove.sendsTo', { to: page.sendsTo }) : t('prove.desk')}</p>
      <p>{t('prove.before')}</p>
      {asksCode && (
        <Form action="/api/account/code/check" hidden={hidden}>
          <TextField
            name="code"
            label={t('prove.code')}
            hint={t('prove.codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            {...(error ? { error } : {})}
          />
          <ButtonGroup>
            <Button>{common('continue')}</Button>
          </ButtonGroup>
        </Form>
      )}
      <Form action="/api/account/code" hidden={hidden}>
        <ButtonGroup>
          <Button kind={asksCode ? 'secondary' : 'primary'}>
            {t(asksCode ? 'prove.again' : 'prove.send')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
