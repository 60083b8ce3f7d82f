import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import type { TypedDeposit } from './money-fields'
import type { DepositPage } from './money-queries'
import { MovementsView } from './MovementsView'

/** Where money goes, never shown whole, and the form to change it. Numbers that were refused are typed again. */
export function DepositView(props: {
  readonly locale: Locale
  readonly page: DepositPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'movements')
  const account = textsOf(locale, 'account')
  const common = textsOf(locale, 'common')
  const field = (name: keyof TypedDeposit) => {
    const found = page.problems.find((one) => one.field === name)
    return {
      name,
      label: t(`deposit.${name}`),
      hint: t(`deposit.${name}Hint`),
      inputMode: 'numeric' as const,
      autoComplete: 'off',
      ...(found ? { error: t(`error.${found.problem}`) } : {}),
    }
  }
  return (
    <>
      <ErrorSummary
        title={common('errorSummary')}
        errors={page.problems.map(({ field: name, problem }) => ({
          field: name,
          text: t(`error.${problem}`),
        }))}
      />
      <BackLink href={paths.account(locale)}>{account('title')}</BackLink>
      <PageTitle>{t('deposit.title')}</PageTitle>
      <h2>{t('current')}</h2>
      <p>{page.current ? t('deposit.current', { masked: page.current }) : t('deposit.none')}</p>
      <MovementsView locale={locale} movements={page} formKey={formKey} />
      {page.atHome && !page.frozen && (
        <>
          <h2>{t('deposit.new')}</h2>
          <p>{t('when')}</p>
          <p>{page.problems.length > 0 ? t('deposit.again') : t('deposit.lead')}</p>
          <Form action="/api/account/direct-deposit" hidden={{ language: locale, formKey }}>
            <TextField {...field('institution')} width="short" />
            <TextField {...field('transit')} width="short" />
            <TextField {...field('account')} width="medium" />
            <ButtonGroup>
              <Button>{t('deposit.button')}</Button>
            </ButtonGroup>
          </Form>
        </>
      )}
    </>
  )
}
