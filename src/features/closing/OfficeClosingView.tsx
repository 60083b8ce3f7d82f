import {
  closingCauses,
  closingTellers,
  longestClosingWords,
  type ClosingField,
} from '@/domain/decision/closing'
import { formatDay, formatInstant, formatMonth } from '@/i18n/format'
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
import { SummaryList } from '@/ui/SummaryList'
import { TextArea } from '@/ui/TextArea'
import type { ClosingAbout, OfficeClosingPage } from './office-queries'

/** The form that opens the task which closes a file: why, since when, who told it. */
export function OfficeClosingView(props: {
  readonly locale: Locale
  readonly page: OfficeClosingPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { typed } = page
  const t = textsOf(locale, 'closing.office')
  const common = textsOf(locale, 'common')
  const errors = page.problems.map(({ field, problem }) => ({
    field,
    text: t(problem === 'notThem' ? 'error.notThem' : `error.${field}`),
  }))
  const error = (field: ClosingField) => {
    const found = errors.find((one) => one.field === field)
    return found ? { error: found.text } : {}
  }
  return (
    <>
      <ErrorSummary title={common('errorSummary')} errors={errors} />
      <BackLink href={paths.officeFile(locale, page.id)}>{t('back')}</BackLink>
      <PageTitle caption={t('caption', { number: page.fileNumber })}>{t('title')}</PageTitle>
      {page.state === 'closed' && <Notice kind="info" title={t('closed')} />}
      {page.state === 'asked' && (
        <Notice kind="info" title={t('asked')}>
          <p>{t('askedText')}</p>
        </Notice>
      )}
      {page.state === 'open' && (
        <>
          <p>{t('lead')}</p>
          <Form
            action={`/api/households/${page.id}/closing`}
            hidden={{ language: locale, formKey }}
            label={t('title')}
          >
            <Radios
              name="cause"
              label={t('cause')}
              value={typed.cause}
              choices={closingCauses.map((cause) => ({
                value: cause,
                label: t(`causes.${cause}`),
                ...(cause === 'death' ? { hint: t('deathHint') } : {}),
                ...(cause === 'leftQuebec' ? { hint: t('leftHint') } : {}),
              }))}
              {...error('cause')}
            />
            <DateField
              name="day"
              label={t('day')}
              hint={t('dayHint')}
              partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
              value={{ day: typed['day.day'], month: typed['day.month'], year: typed['day.year'] }}
              {...error('day')}
            />
            <Radios
              name="month"
              label={t('month')}
              hint={t('monthHint')}
              value={typed.month}
              choices={page.months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
              {...error('month')}
            />
            <Radios
              name="toldBy"
              label={t('toldBy')}
              hint={t('toldByHint')}
              value={typed.toldBy}
              choices={closingTellers.map((teller) => ({ value: teller, label: t(`tellers.${teller}`) }))}
              {...error('toldBy')}
            />
            <TextArea
              name="words"
              label={t('words')}
              hint={t('wordsHint')}
              optional={common('optional')}
              value={typed.words}
              maxLength={longestClosingWords}
              {...error('words')}
            />
            <ButtonGroup>
              <Button>{t('button')}</Button>
            </ButtonGroup>
          </Form>
        </>
      )}
    </>
  )
}

/** What the task of a closing is about, as its page tells it. */
export function ClosingAboutView({
  locale,
  about,
}: {
  readonly locale: Locale
  readonly about: ClosingAbout
}) {
  const t = textsOf(locale, 'closing.office')
  const { day, month, words } = about
  const rows = [
    { term: t('cause'), value: t(`causes.${about.cause}`) },
    ...(day === null ? [] : [{ term: t('happened'), value: formatDay(day, locale) }]),
    ...(month === null ? [] : [{ term: t('wanted'), value: formatMonth(month, locale) }]),
    { term: t('toldBy'), value: t(`tellers.${about.toldBy}`) },
    { term: t('askedOn'), value: formatInstant(about.askedAt, locale) },
    { term: t('askedBy'), value: t(about.byPerson ? 'byPerson' : 'byOffice') },
    ...(words === null ? [] : [{ term: t('words'), value: <span dir="auto">{words}</span> }]),
    { term: t('first'), value: t('firstHint', { month: formatMonth(about.first, locale) }) },
  ]
  return (
    <section aria-labelledby="closing-facts">
      <h2 id="closing-facts">{t('facts')}</h2>
      <SummaryList rows={rows} />
    </section>
  )
}
