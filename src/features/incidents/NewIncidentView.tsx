import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { PageTitle } from '@/ui/PageTitle'
import { IncidentForm } from './IncidentForm'
import { errorsOf } from './problems'
import type { IncidentFormState } from './queries'

/** Where an incident is recorded. */
export function NewIncidentView(props: {
  readonly locale: Locale
  readonly form: IncidentFormState
  readonly formKey: string
}) {
  const { locale, form, formKey } = props
  const t = textsOf(locale, 'incidents')
  return (
    <>
      <ErrorSummary
        title={textsOf(locale, 'common')('errorSummary')}
        errors={errorsOf(form.problems, locale)}
      />
      <BackLink href={paths.incidents(locale)}>{t('title')}</BackLink>
      <PageTitle>{t('newTitle')}</PageTitle>
      <p>{t('newLead')}</p>
      <p>{t('noNames')}</p>
      <h2>{t('entry')}</h2>
      <IncidentForm locale={locale} form={form} formKey={formKey} of={null} />
    </>
  )
}
