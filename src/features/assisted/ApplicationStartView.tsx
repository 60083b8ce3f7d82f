import { urgentNeeds } from '@/domain/application/urgent'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Checkboxes } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { ArrivalFields } from './ArrivalFields'
import { ConsentBox } from './ConsentBox'
import type { BeginField, Told } from './states'

/** Where the staff begin an application with someone. Pressed twice, it begins once: `startKey` is new each time. */
export function ApplicationStartView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly startKey: string
  readonly told?: Told
}) {
  const { locale, told } = props
  const t = textsOf(locale, 'assisted')
  const need = textsOf(locale, 'entering.start')
  const errorOf = (field: BeginField) => (told?.fields.includes(field) ? { error: t(`wrong.${field}`) } : {})
  return (
    <>
      <ErrorSummary
        title={textsOf(locale, 'common')('errorSummary')}
        errors={(told?.fields ?? []).map((field) => ({ field, text: t(`wrong.${field}`) }))}
      />
      <PageTitle>{t('application.title')}</PageTitle>
      <p>{t('application.lead')}</p>
      <p>{t('application.code')}</p>
      <p>
        <a href={paths.assisted(locale)}>{t('application.back')}</a>
      </p>
      <Form
        action="/api/assisted/application"
        hidden={{ language: locale, formKey: props.formKey, key: props.startKey }}
      >
        <ArrivalFields locale={locale} errorOf={errorOf} />
        <p>{t('application.day')}</p>
        <Checkboxes
          name="urgentNeeds"
          label={t('application.urgent')}
          hint={need('urgentHint')}
          choices={[...urgentNeeds, 'none' as const].map((value) => ({
            value,
            label: need(`need.${value}`),
          }))}
        />
        <ConsentBox locale={locale} words={t('application.consentText')} error={errorOf('consent')} />
        <Button>{t('application.button')}</Button>
      </Form>
    </>
  )
}
