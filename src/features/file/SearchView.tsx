import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'

/** Where a file is found by its number. The number is sent, not asked: it stays out of addresses and logs. */
export function SearchView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly notFound: boolean
}) {
  const { locale, notFound } = props
  const t = textsOf(locale, 'casefile')
  const common = textsOf(locale, 'common')
  const error = notFound ? { error: t('search.none') } : {}
  return (
    <>
      {notFound && (
        <ErrorSummary title={common('errorSummary')} errors={[{ field: 'number', text: t('search.none') }]} />
      )}
      <BackLink href={paths.office(locale)}>{t('toList')}</BackLink>
      <PageTitle>{t('search.title')}</PageTitle>
      <p>{t('search.lead')}</p>
      <Form action="/api/households/search" hidden={{ language: locale, formKey: props.formKey }}>
        <TextField
          name="number"
          label={t('search.label')}
          hint={t('search.hint')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          {...error}
        />
        <ButtonGroup>
          <Button>{t('search.button')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
