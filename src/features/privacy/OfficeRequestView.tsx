import { ruleOfGround, groundsOf, privacyOutcomes } from '@/domain/privacy/answer'
import {
  answerDueOn,
  articleOf,
  isOpen,
  longestWords,
  mayExtend,
  mostExtensionDays,
} from '@/domain/privacy/request'
import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Select } from '@/ui/Select'
import { SummaryList } from '@/ui/SummaryList'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import { State } from './OfficePrivacyView'
import type { OfficeRequestPage } from './office-queries'
import { answerRows, extensionRows, Words } from './RequestSection'
import type { OfficeNote } from './schema'

type Props = {
  readonly locale: Locale
  readonly page: OfficeRequestPage
  readonly note: OfficeNote | undefined
  readonly formKey: string
}

/** One request about personal information: what is asked, its clock, and the two forms of the office. */
export function OfficeRequestView(props: Props) {
  const { locale, page, note } = props
  const { request, now } = page
  const t = textsOf(locale, 'privacy.office')
  const mine = textsOf(locale, 'privacy.mine')
  const open = isOpen(request)
  const extendable = mayExtend(request, now)
  const errors = [
    ...(open ? page.answer.problems : []).map((one) => ({ field: one.field, text: wordsOf(locale, one) })),
    ...(extendable ? page.extension.problems : []).map((one) => ({
      field: one.field,
      text: wordsOf(locale, one),
    })),
  ]
  return (
    <>
      <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={errors} />
      <BackLink href={paths.officePrivacy(locale)}>{t('back')}</BackLink>
      <PageTitle caption={request.receiptNumber}>
        {textsOf(locale, 'privacy')(`kind.${request.kind}`)}
      </PageTitle>
      {note && (
        <Notice
          kind={note === 'answered' || note === 'extended' ? 'success' : 'warning'}
          title={t(`told.${note}`)}
        />
      )}
      <SummaryList
        rows={[
          {
            term: t('who'),
            value: request.askedBy,
            action: {
              href: paths.officeFile(locale, request.householdId),
              text: t('seeFile'),
              about: request.fileNumber,
            },
          },
          { term: mine('askedAt'), value: formatInstant(request.askedAt, locale) },
          { term: t('limit'), value: formatDay(answerDueOn(request), locale) },
          { term: t('state'), value: <State locale={locale} request={request} now={now} /> },
          { term: t('rule'), value: t('ruleOf', { article: articleOf[request.kind].article }) },
          { term: t('language'), value: t(`languageOf.${request.language}`) },
          ...extensionRows(request, locale),
          ...answerRows(request, locale),
        ]}
      />
      <h2>{t('words')}</h2>
      <Words text={request.words} />
      {open && <AnswerForm {...props} />}
      {extendable && <ExtensionForm {...props} />}
    </>
  )
}

type Problem =
  OfficeRequestPage['answer']['problems'][number] | OfficeRequestPage['extension']['problems'][number]

const wordsOf = (locale: Locale, { field, problem }: Problem): string =>
  textsOf(locale, 'privacy.office')(
    `error.${field}.${problem}` as 'error.words.tooLong',
    {
      max: longestWords,
      most: mostExtensionDays,
    } as { max: number },
  )

function AnswerForm({ locale, page, formKey }: Props) {
  const { request, answer } = page
  const t = textsOf(locale, 'privacy.office')
  const say = textsOf(locale, 'privacy')
  const errorOf = (field: string) => {
    const found = answer.problems.find((one) => one.field === field)
    return found ? { error: wordsOf(locale, found) } : {}
  }
  return (
    <>
      <h2>{t('answerTitle')}</h2>
      <p>{t('answerLead')}</p>
      <Form
        action={`/api/privacy-requests/${request.id}/answer`}
        hidden={{ language: locale, formKey }}
        label={t('answerTitle')}
      >
        <Radios
          name="outcome"
          label={t('outcome')}
          value={answer.typed.outcome}
          choices={privacyOutcomes.map((value) => ({ value, label: say(`outcome.${value}`) }))}
          {...errorOf('outcome')}
        />
        <Select
          name="ground"
          label={t('ground')}
          hint={t('groundHint')}
          value={answer.typed.ground}
          empty={t('choose')}
          choices={groundsOf(request.kind).map((value) => ({
            value,
            label: say(`ground.${value}`, { article: ruleOfGround[value].article }),
          }))}
          {...errorOf('ground')}
        />
        <TextArea
          name="words"
          label={t('answerWords')}
          hint={t('answerHint', { max: longestWords })}
          rows={8}
          value={answer.typed.words}
          {...errorOf('words')}
        />
        <ButtonGroup>
          <Button>{t('answer')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

function ExtensionForm({ locale, page, formKey }: Props) {
  const { request, extension } = page
  const t = textsOf(locale, 'privacy.office')
  const errorOf = (field: string) => {
    const found = extension.problems.find((one) => one.field === field)
    return found ? { error: wordsOf(locale, found) } : {}
  }
  return (
    <>
      <h2>{t('extendTitle')}</h2>
      <p>{t('extendLead')}</p>
      <Form
        action={`/api/privacy-requests/${request.id}/extension`}
        hidden={{ language: locale, formKey }}
        label={t('extendTitle')}
      >
        <TextField
          name="days"
          label={t('extensionDays')}
          hint={t('daysHint', { most: mostExtensionDays })}
          value={extension.typed.days}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          {...errorOf('days')}
        />
        <TextArea
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={3}
          value={extension.typed.reason}
          {...errorOf('reason')}
        />
        <ButtonGroup>
          <Button kind="secondary">{t('extend')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
