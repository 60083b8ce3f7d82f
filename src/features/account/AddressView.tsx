import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import type { TypedAddress } from './money-fields'
import type { AddressPage } from './money-queries'
import { MovementsView } from './MovementsView'

/** Where letters go, and the form to change it. */
export function AddressView(props: {
  readonly locale: Locale
  readonly page: AddressPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'movements')
  const account = textsOf(locale, 'account')
  const common = textsOf(locale, 'common')
  const { current } = page
  const field = (name: keyof TypedAddress) => {
    const found = page.problems.find((one) => one.field === name)
    return {
      name,
      label: t(`address.${name}`),
      value: page.typed[name],
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
      <PageTitle>{t('address.title')}</PageTitle>
      <h2>{t('current')}</h2>
      {current ? (
        <p>
          {[current.street, current.unit].filter(Boolean).join(', ')}
          <br />
          {current.city} (Québec) {current.postalCode}
          <br />
          {t('since', { day: formatDay(current.since, locale) })}
        </p>
      ) : (
        <p>{t('address.none')}</p>
      )}
      <MovementsView locale={locale} movements={page} formKey={formKey} />
      {page.atHome && !page.frozen && (
        <>
          <h2>{t('address.new')}</h2>
          <p>{t('when')}</p>
          <Form action="/api/account/address" hidden={{ language: locale, formKey }}>
            <TextField {...field('street')} hint={t('address.streetHint')} autoComplete="address-line1" />
            <TextField
              {...field('unit')}
              optional={common('optional')}
              width="medium"
              autoComplete="address-line2"
            />
            <TextField {...field('city')} autoComplete="address-level2" />
            <TextField
              {...field('postalCode')}
              hint={t('address.postalCodeHint')}
              width="short"
              autoComplete="postal-code"
            />
            <ButtonGroup>
              <Button name="intent" value="save">
                {t('address.button')}
              </Button>
              {page.problems.length > 0 && (
                <Button kind="secondary" name="intent" value="discard">
                  {account('discard')}
                </Button>
              )}
            </ButtonGroup>
          </Form>
        </>
      )}
    </>
  )
}
