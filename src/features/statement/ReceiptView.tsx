import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { TextArea } from '@/ui/TextArea'
import { AnswersView } from './AnswersView'
import { BenefitLines } from './PreviewView'
import { formAddress } from './place'
import type { ReceiptPage } from './queries'
import { nextSteps, receiptFacts, receiptTitle, timeliness, whatCame, whatOthersSaid } from './receipt-words'
import { type Words, wordsOf } from './words'

/** The receipt: what was told, in these words, on this instant, judged against this limit. Prints on one page or two. */
export function ReceiptView(props: {
  readonly locale: Locale
  readonly receipt: ReceiptPage
  readonly formKey: string
}) {
  const { locale, receipt, formKey } = props
  const { filing, state, place } = receipt
  const say = wordsOf(locale, 'receipt')
  const inTime = timeliness(say, receipt)
  return (
    <>
      <BackLink href={place.home(locale)}>{say('backToFile')}</BackLink>
      <PageTitle caption={filing.receiptNumber}>{receiptTitle(say, locale, receipt)}</PageTitle>
      <Notice kind="success" title={whatCame(say, receipt)}>
        {inTime && <p>{inTime}</p>}
      </Notice>
      {receipt.newer && (
        <Notice kind="warning" title={say('newer')}>
          <p>
            <a href={place.receipt(locale, receipt.newer.id)}>
              {say('newerLink', { version: receipt.newer.version })}
            </a>
          </p>
        </Notice>
      )}
      {receipt.own === 'asked' && <Confirmation {...{ say, locale, receipt, formKey }} />}
      {(receipt.own === 'agrees' || receipt.own === 'disagrees') && (
        <Notice kind="info" title={say(`confirm.done.${receipt.own}`)} />
      )}
      <SummaryList rows={receiptFacts(say, locale, receipt)} />
      {whatOthersSaid(say, receipt).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h2>{say('answersTitle')}</h2>
      <AnswersView locale={locale} answers={filing.answers} adults={receipt.adults} />
      {receipt.payment && (
        <>
          <h2>{say('paymentTitle')}</h2>
          <BenefitLines locale={locale} benefit={receipt.payment} />
        </>
      )}
      <h2>{say('nextTitle')}</h2>
      <ul>
        {nextSteps(say, locale, receipt).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p>{say('print')}</p>
      <p data-print="no">
        <a href={`${place.api}/receipts/${filing.id}/pdf?language=${locale}`}>{say('copy.link')}</a>
      </p>
      <p>
        {say('verify')} <a href={paths.checkReceipt(locale)}>{say('verifyLink')}</a>
      </p>
      {state?.mayCorrect && !receipt.newer && (
        <Form
          action={formAddress({ place, kind: 'statement', month: filing.month }, 'draft')}
          hidden={{ language: locale, formKey, intent: 'correct' }}
        >
          <ButtonGroup>
            <Button kind="secondary">{say('correct')}</Button>
          </ButtonGroup>
        </Form>
      )}
      <p>
        <small>
          {say('wording', { wording: filing.wordingVersion, schema: String(filing.schemaVersion) })}
        </small>
      </p>
    </>
  )
}

function Confirmation(props: {
  readonly say: Words
  readonly locale: Locale
  readonly receipt: ReceiptPage
  readonly formKey: string
}) {
  const { say, locale, receipt, formKey } = props
  return (
    <section id="confirmation" aria-labelledby="confirmation-titre" data-print="no">
      <h2 id="confirmation-titre">{say('confirm.title')}</h2>
      <p>{say('confirm.text', { name: receipt.filing.filedByName })}</p>
      <Form action={`/api/filings/${receipt.filing.id}/confirmation`} hidden={{ language: locale, formKey }}>
        <TextArea
          name="note"
          label={say('confirm.note')}
          hint={say('confirm.noteHint')}
          optional={say('confirm.optional')}
          maxLength={2_000}
          rows={3}
        />
        <ButtonGroup>
          <Button name="answer" value="agrees">
            {say('confirm.agrees')}
          </Button>
          <Button name="answer" value="disagrees" kind="secondary">
            {say('confirm.disagrees')}
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  )
}
