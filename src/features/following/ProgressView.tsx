import type { ReactNode } from 'react'
import type { TimelineLine } from '@/domain/application/timeline'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonGroup, ButtonLink } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Timeline } from '@/ui/Steps'
import { ClockView } from './ClockView'
import { CorrectView, WithdrawView } from './EndView'
import { MessagesView } from './MessagesView'
import { MissingView } from './MissingView'
import type { ProgressPage } from './queries'
import { RouteView } from './RouteView'
import type { Told } from './schema'

/**
 * Where one follows an application: where it stands in a sentence, the time the office has, what is missing and until
 * when, the office and why, what happened, messages, and how to correct or take back. `documentName` names a paper.
 */
export function ProgressView(props: {
  readonly locale: Locale
  readonly page: ProgressPage
  readonly told: Told | null
  readonly formKey: string
  readonly documentName: (requirement: string) => string
  /** The messages, drawn. */
  readonly conversation: ReactNode
  /** Why a file could not go with a message. */
  readonly fileProblem: string | null
  /** What was decided, drawn. */
  readonly decisions?: ReactNode
}) {
  const { locale, page } = props
  const { status, sent } = page
  const t = textsOf(locale, 'following')
  const isOpen = status !== 'decided' && status !== 'withdrawn'
  return (
    <>
      <ToldView locale={locale} told={props.told} />
      {props.fileProblem && (
        <Notice kind="warning" title={textsOf(locale, 'messages.files')('notSent')} asideOfHeadings>
          <p>{props.fileProblem}</p>
          <p>{textsOf(locale, 'messages.files')('again')}</p>
        </Notice>
      )}
      <PageTitle caption={sent && t('receipt', { number: sent.receiptNumber })}>{t('title')}</PageTitle>
      <p>{t('lead', { status })}</p>
      {status === 'draft' && page.adult === 'applicant' && (
        <ButtonGroup>
          <ButtonLink href={paths.application(locale)}>{t('continue')}</ButtonLink>
        </ButtonGroup>
      )}
      {props.decisions}
      <ClockView locale={locale} clock={page.clock} />
      {isOpen && <MissingView locale={locale} page={page} documentName={props.documentName} />}
      {sent && <RouteView locale={locale} sent={sent} />}
      <MessagesView {...props} />
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t('timeline.title')}</h2>
        <Timeline
          events={page.timeline.map((line, index) => ({
            key: `${index}`,
            when: formatInstant(line.at, locale),
            title: sentenceOf(locale, line, props.documentName),
          }))}
        />
      </section>
      {isOpen && sent && page.adult === 'applicant' && <CorrectView {...props} />}
      {isOpen && <WithdrawView {...props} />}
    </>
  )
}

/** What the form that led here came to: done, or what is to put right. */
function ToldView({ locale, told }: { readonly locale: Locale; readonly told: Told | null }) {
  const t = textsOf(locale, 'following')
  if (told === null) return null
  switch (told) {
    case 'messageSent':
      return (
        <Notice kind="success" title={t('told.messageSent')} asideOfHeadings>
          <p>{t('told.messageSentText')}</p>
        </Notice>
      )
    case 'withdrawn':
      return (
        <Notice kind="success" title={t('told.withdrawn')} asideOfHeadings>
          <p>{t('told.withdrawnText')}</p>
        </Notice>
      )
    case 'messageEmpty':
    case 'messageTooLong':
    case 'lineBroken':
      return <ErrorSummary title={t('errorTitle')} errors={[{ field: 'text', text: t(`told.${told}`) }]} />
    case 'notConfirmed':
      return <ErrorSummary title={t('errorTitle')} errors={[{ field: 'confirm', text: t(`told.${told}`) }]} />
    case 'fileWaiting':
    case 'notSent':
    case 'closed':
    case 'decided':
      return <Notice kind="warning" title={t(`told.${told}`)} asideOfHeadings />
  }
}

/** The sentence of a line of the timeline. */
function sentenceOf(
  locale: Locale,
  line: TimelineLine,
  documentName: (requirement: string) => string,
): string {
  const t = textsOf(locale, 'following.timeline.event')
  const who = line.own ? 'own' : line.by === 'office' ? 'office' : 'other'
  const document = documentName(line.subject)
  switch (line.kind) {
    case 'started':
    case 'attached':
    case 'sent':
    case 'corrected':
    case 'spouseInvited':
    case 'spouseConfirmed':
    case 'withdrawn':
      return t(line.kind, { who })
    case 'documentGiven':
    case 'documentRemoved':
    case 'documentRefused':
      return t(line.kind, { who, document })
    case 'documentAnswered':
      return t(line.kind, { answer: line.answer ?? 'later', document })
    case 'documentAsked':
    case 'documentWaived':
      return t(line.kind, { document })
    case 'required':
      return ''
    default:
      return t(line.kind)
  }
}
