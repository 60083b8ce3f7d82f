import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Fieldset } from '@/ui/Fieldset'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import { ArrivalFields } from './ArrivalFields'
import { ConsentBox } from './ConsentBox'
import { ReasonNotice } from './ReasonNotice'
import type { BeginField, Told } from './states'

/** The fields whose error summary leads elsewhere than their own name. */
const anchors: Readonly<Partial<Record<BeginField, string>>> = { answers: 'postalCode' }

/** Where the staff begin to help someone with their file: how they come, who they are, what they said yes to. */
export function StartView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly told?: Told
  /** The number of the file it was asked from. */
  readonly file?: string
}) {
  const { locale, told, file } = props
  const t = textsOf(locale, 'assisted')
  const common = textsOf(locale, 'common')
  const parts = { day: common('day'), month: common('month'), year: common('year') }
  const optional = t('start.optional')
  const errorOf = (field: BeginField) => (told?.fields.includes(field) ? { error: t(`wrong.${field}`) } : {})
  return (
    <>
      <ErrorSummary
        title={common('errorSummary')}
        errors={(told?.fields ?? []).map((field) => ({
          field: anchors[field] ?? field,
          text: t(`wrong.${field}`),
        }))}
      />
      {told?.reason && <ReasonNotice locale={locale} reason={told.reason} />}
      <PageTitle>{t('start.title')}</PageTitle>
      <p>{t('start.lead')}</p>
      <p>{t('start.trace')}</p>
      <p>
        {t('start.application')} <a href={paths.assistedApplication(locale)}>{t('start.applicationLink')}</a>
      </p>
      <Form action="/api/assisted" hidden={{ language: locale, formKey: props.formKey }}>
        <ArrivalFields locale={locale} errorOf={errorOf} />
        <TextField
          name="file"
          label={t('start.file')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          {...(file ? { value: file } : {})}
          {...errorOf('file')}
        />
        <DateField
          name="birth"
          label={t('start.birth')}
          hint={t('start.birthHint')}
          partLabels={parts}
          {...errorOf('birth')}
        />
        <Radios
          name="way"
          label={t('start.way')}
          hint={t('start.wayHint')}
          choices={(['accessCode', 'questions', 'card'] as const).map((value) => ({
            value,
            label: t(`start.wayOf.${value}`),
          }))}
          {...errorOf('way')}
        />
        <TextField
          name="code"
          label={t('start.code')}
          hint={t('start.codeHint')}
          optional={optional}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          {...errorOf('code')}
        />
        <Fieldset id="answers" legend={t('start.questions')}>
          <p>{t('start.questionsText')}</p>
          <TextField
            name="postalCode"
            label={t('start.postalCode')}
            optional={optional}
            width="short"
            autoComplete="off"
            maxLength={10}
            {...errorOf('answers')}
          />
          <TextField
            name="payment"
            label={t('start.payment')}
            optional={optional}
            width="short"
            autoComplete="off"
            maxLength={20}
          />
          <DateField name="other" label={t('start.other')} optional={optional} partLabels={parts} />
          <TextField
            name="receipt"
            label={t('start.receipt')}
            optional={optional}
            width="medium"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
          />
        </Fieldset>
        <ConsentBox locale={locale} words={t('consent.text')} error={errorOf('consent')} />
        <Button>{t('start.button')}</Button>
      </Form>
    </>
  )
}
