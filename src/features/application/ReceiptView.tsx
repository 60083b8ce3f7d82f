import { sectionsOf } from '@/domain/application/journey'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList, type SummaryRow } from '@/ui/SummaryList'
import { AnswersView } from './AnswersView'
import { DocumentsList } from './DocumentsList'
import { type DrawnLines, EstimateView } from './EstimateView'
import { OfficeLines } from './OfficeLines'
import type { ReceiptPage } from './queries'
import { nextSteps, receiptFacts } from './receipt-words'
import { wordsOf } from './words'

/** The receipt: what was told, when it came, who has it and why, what is missing and what comes next. */
export function ReceiptView(props: {
  readonly locale: Locale
  readonly page: ReceiptPage
  readonly formKey: string
  readonly lines: DrawnLines | null
}) {
  const { locale, page, formKey, lines } = props
  const { sent, standing, day, adult } = page
  const say = wordsOf(locale, 'application')
  const rows: SummaryRow[] = receiptFacts(say, locale, page)
  const mayCorrect = adult === 'applicant' && !standing.withdrawn
  return (
    <>
      <PageTitle caption={sent.receiptNumber}>{say('receipt.title')}</PageTitle>
      <Notice
        kind="success"
        title={say(sent.version > 1 ? 'receipt.receivedCorrection' : 'receipt.received')}
      >
        <p>{say('receipt.receivedText', { instant: formatInstant(sent.receivedAt, locale) })}</p>
      </Notice>
      <SummaryList rows={rows} />
      <h2>{say('receipt.officeTitle')}</h2>
      <OfficeLines say={say} locale={locale} page={page} />
      <h2>{say('receipt.nextTitle')}</h2>
      <ul>
        {nextSteps(say, page).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p data-print="no">
        <a href={paths.applicationProgress(locale)}>{say('receipt.progress')}</a>
      </p>
      <h2>{say('section.documents')}</h2>
      <DocumentsList locale={locale} documents={page.documents} />
      <p data-print="no">
        <a href={paths.applicationDocuments(locale)}>{say('papers.link')}</a>
      </p>
      <h2>{say('receipt.answersTitle')}</h2>
      <AnswersView
        {...{ say, locale, draft: sent.answers, today: day, mayChange: false }}
        sections={sectionsOf(sent.answers, adult, day)}
      />
      {page.estimate && lines && <EstimateView locale={locale} estimate={page.estimate} lines={lines} />}
      <p data-print="no">
        {say('receipt.print')} <a href="/api/application/copy/pdf">{say('receipt.copy')}</a>
      </p>
      {mayCorrect && (
        <Form
          action="/api/application/answers"
          hidden={{ language: locale, formKey, intent: 'correct' }}
          label={say('receipt.correct')}
        >
          <p data-print="no">{say('receipt.correctText')}</p>
          <ButtonGroup>
            <Button kind="secondary">{say('receipt.correct')}</Button>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}
