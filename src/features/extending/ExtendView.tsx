import { extensionReasons } from '@/domain/statement/extending'
import { formatInstant, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import type { ExtendingPage } from './queries'
import { fieldOfTold, type ExtendForm, type ExtendTold } from './schema'

/** Puts back the limit of one household's statement; and shows the limits already put back for it. */
export function ExtendView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly page: ExtendingPage
  readonly told: ExtendTold | undefined
  /** What was typed, when something was wrong with it. */
  readonly typed: ExtendForm
}) {
  const { locale, page, told, typed } = props
  const t = textsOf(locale, 'extending')
  const common = textsOf(locale, 'common')
  const field = told && fieldOfTold[told]
  const error = (name: string) => (field === name ? { error: t(`told.${told!}`) } : {})
  return (
    <>
      <BackLink href={paths.officeFile(locale, page.id)}>{t('back')}</BackLink>
      {field && <ErrorSummary title={common('errorSummary')} errors={[{ field, text: t(`told.${told}`) }]} />}
      <PageTitle caption={t('caption', { number: page.fileNumber })}>{t('title')}</PageTitle>
      {told && !field && <Notice kind={told === 'extended' ? 'success' : 'info'} title={t(`told.${told}`)} />}
      <p>{t('lead')}</p>
      {page.granted.length > 0 && (
        <Table
          id="granted"
          caption={t('granted')}
          stacks
          columns={[
            { label: t('month') },
            { label: t('until') },
            { label: t('forWhom') },
            { label: t('why') },
          ]}
          rows={page.granted.map((extension) => ({
            key: extension.id,
            cells: [
              formatMonth(extension.month, locale),
              formatInstant(extension.newInstant, locale),
              t(extension.own ? 'thisOne' : 'several'),
              locale === 'fr' ? extension.reasonFr : extension.reasonEn,
            ],
          }))}
        />
      )}
      <h2>{t('new')}</h2>
      <Form
        action={`/api/households/${page.id}/extensions`}
        hidden={{ language: locale, formKey: props.formKey }}
        label={t('new')}
      >
        <Radios
          name="month"
          label={t('monthLabel')}
          value={typed.month ?? ''}
          choices={page.months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
          {...error('month')}
        />
        <DateField
          name="until"
          label={t('day')}
          hint={t('dayHint')}
          partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
          value={{
            day: typed['until.day'] ?? '',
            month: typed['until.month'] ?? '',
            year: typed['until.year'] ?? '',
          }}
          {...error('until')}
        />
        <Radios
          name="reason"
          label={t('why')}
          hint={t('whyHint')}
          value={typed.reason ?? ''}
          choices={extensionReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
          {...error('reason')}
        />
        <ButtonGroup>
          <Button>{t('grant')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
