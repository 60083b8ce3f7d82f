import type { ReactNode } from 'react'
import { isLate } from '@/domain/statement/deadline'
import { formatDay, formatInstant, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { type SummaryRow, SummaryList } from '@/ui/SummaryList'
import { TextArea } from '@/ui/TextArea'
import { AnswersView } from './AnswersView'
import { formAddress } from './desk'
import { BenefitLines } from './PreviewView'
import type { ReceiptPage } from './queries'
import { type Words, wordsOf } from './words'

/** The receipt: what was told, in these words, on this instant, judged against this limit. Prints on one page or two. */
export function ReceiptView(props: {
  readonly locale: Locale
  readonly receipt: ReceiptPage
  readonly formKey: string
}) {
  const { locale, receipt, formKey } = props
  const { filing, state } = receipt
  const say = wordsOf(locale, 'receipt')
  const ofMonth = formatOfMonth(filing.month, locale)
  return (
    <>
      <BackLink href={paths.file(locale)}>{say('backToFile')}</BackLink>
      <PageTitle caption={filing.receiptNumber}>{say(`title.${filing.kind}`, { ofMonth })}</PageTitle>
      <Notice kind="success" title={say(titleKey(receipt))}>
        {filing.kind === 'statement' && <p>{say(timeliness(receipt))}</p>}
      </Notice>
      {receipt.newer && (
        <Notice kind="warning" title={say('newer')}>
          <p>
            <a href={paths.receipt(locale, receipt.newer.id)}>
              {say('newerLink', { version: receipt.newer.version })}
            </a>
          </p>
        </Notice>
      )}
      {receipt.own === 'asked' && <Confirmation {...{ say, locale, receipt, formKey }} />}
      {(receipt.own === 'agrees' || receipt.own === 'disagrees') && (
        <Notice kind="info" title={say(`confirm.done.${receipt.own}`)} />
      )}
      <SummaryList rows={facts(say, locale, receipt)} />
      {receipt.others.map((other) => (
        <p key={other.name}>{say(`confirm.other.${other.answer}`, { name: other.name })}</p>
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
      <ul>{nextSteps(say, locale, receipt)}</ul>
      <p>{say('print')}</p>
      <p>
        {say('verify')} <a href={paths.checkReceipt(locale)}>{say('verifyLink')}</a>
      </p>
      {state?.mayCorrect && !receipt.newer && (
        <Form
          action={formAddress('statement', filing.month, 'draft')}
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

function titleKey({ filing }: ReceiptPage): string {
  if (filing.kind !== 'statement') return 'receivedChange'
  return filing.version > 1 ? 'receivedCorrection' : 'received'
}

function timeliness({ filing, state }: ReceiptPage): string {
  if (state?.filed) return state.filed.late ? 'late' : state.filed.healed ? 'healed' : 'onTime'
  return filing.dueAt && isLate(filing.receivedAt, filing.dueAt) ? 'late' : 'onTime'
}

function facts(say: Words, locale: Locale, { filing, fileNumber }: ReceiptPage): SummaryRow[] {
  const row = (term: string, value: ReactNode): SummaryRow => ({ term: say(term), value })
  return [
    row('number', filing.receiptNumber),
    row('receivedAt', formatInstant(filing.receivedAt, locale)),
    ...(filing.dueAt ? [row('dueAt', formatInstant(filing.dueAt, locale))] : []),
    row('about', formatMonth(filing.month, locale)),
    ...(filing.kind === 'statement' ? [row('version', String(filing.version))] : []),
    row('filedBy', filing.filedByName),
    ...(filing.mandateKind ? [row('mandate', say(`mandateKind.${filing.mandateKind}`))] : []),
    row('filedFor', filing.filedFor),
    ...(fileNumber ? [row('file', fileNumber)] : []),
    row('channel.label', say(`channel.${filing.channel}`)),
    ...(filing.correctionReason ? [row('correctionReason', filing.correctionReason)] : []),
    ...(filing.lateReason ? [row('lateReason', filing.lateReason)] : []),
  ]
}

function nextSteps(say: Words, locale: Locale, { filing, state, others }: ReceiptPage): ReactNode[] {
  const steps: string[] = []
  if (state) {
    const ofMonth = formatOfMonth(state.payment.month, locale)
    steps.push(say('nextPaid', { ofMonth, day: formatDay(state.payment.paidOn, locale) }))
    if (state.payment.run === 'supplementary') steps.push(say('nextSupplementary'))
  } else if (filing.kind !== 'statement') steps.push(say('nextOffice'))
  const { work, selfEmployment, otherIncome } = filing.answers
  if ([...work, ...selfEmployment, ...otherIncome].some((one) => one.certainty === 'estimated')) {
    steps.push(say('nextEstimate'))
  }
  for (const other of others) {
    if (other.answer === 'waiting') steps.push(say('nextSpouse', { name: other.name }))
  }
  return steps.map((step) => <li key={step}>{step}</li>)
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
