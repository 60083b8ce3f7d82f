import type { ReactNode } from 'react'
import type { MissingThing } from '@/domain/application/timeline'
import { formatDay, formatInstant, formatList } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Timeline } from '@/ui/Steps'
import { SummaryList } from '@/ui/SummaryList'
import { Tag } from '@/ui/Tag'
import type { OfficeApplication } from './application-queries'
import { clockColours, clockWords, needWords } from './application-words'

/**
 * One application as the agent reads it, and changes nothing of it: who, when, why here, the office's time, what is
 * missing, the answers as sent (`answers`, in the words the person saw), the papers, what happened.
 */
export function OfficeApplicationView(props: {
  readonly locale: Locale
  readonly application: OfficeApplication
  readonly answers: ReactNode
  /** What the spouse answered themselves; null while they did not. */
  readonly spouseAnswers: ReactNode
  /** What can be done with it, before everything else. */
  readonly tasks?: ReactNode
  /** The files that were given, to be looked at in the page. */
  readonly documents: ReactNode
  /** What stands beside it: what was verified, the notes, who looked. */
  readonly beside: ReactNode
  readonly documentName: (requirement: string) => string
  /** What the office and each adult wrote to each other, drawn. */
  readonly messages: ReactNode
}) {
  const { locale, application, documentName } = props
  const t = textsOf(locale, 'review.application')
  const { disagreement, missing, urgentNeeds } = application
  const nameOf = ({ kind, subject }: MissingThing) => (kind === 'document' ? documentName(subject) : t(kind))
  return (
    <>
      <BackLink href={paths.office(locale)}>{t('back')}</BackLink>
      <PageTitle caption={application.receiptNumber}>
        {t('title', { name: application.signedName })}
      </PageTitle>
      {urgentNeeds.length > 0 && (
        <Notice kind="error" title={t('urgentTitle')}>
          <p>
            {formatList(
              urgentNeeds.map((need) => needWords(locale, need)),
              locale,
            )}
          </p>
        </Notice>
      )}
      {disagreement && (
        <Notice kind="error" title={t('disagreed')}>
          {disagreement.note && <p dir="auto">{disagreement.note}</p>}
          <p>{t('disagreedText')}</p>
        </Notice>
      )}
      {props.tasks}
      <SummaryList rows={factsOf(locale, application)} />
      <h2>{t('missing')}</h2>
      {missing.own.length === 0 ? (
        <p>{t('noneMissing')}</p>
      ) : (
        <ul>
          {missing.own.map((thing) => (
            <li key={`${thing.kind} ${thing.subject}`}>
              {t('missingUntil', { what: nameOf(thing), day: formatDay(thing.until, locale) })}
            </li>
          ))}
        </ul>
      )}
      <h2>{t('answers')}</h2>
      {props.answers}
      {props.spouseAnswers && (
        <>
          <h2>{t('answersSpouse')}</h2>
          {props.spouseAnswers}
        </>
      )}
      <PapersView {...props} />
      {props.messages}
      {props.beside}
      <h2>{t('timeline')}</h2>
      <Timeline
        events={application.timeline.map((line, index) => ({
          key: `${index}`,
          when: formatInstant(line.at, locale),
          title: t('by', { kind: t(`event.${line.kind}`), who: t(`who.${line.by}`) }),
          children: line.kind.startsWith('document') && <div>{documentName(line.subject)}</div>,
        }))}
      />
    </>
  )
}

function factsOf(locale: Locale, application: OfficeApplication) {
  const t = textsOf(locale, 'review.application')
  const list = textsOf(locale, 'review.applications')
  const { route, clock, version } = application
  const row = (term: string, value: ReactNode) => ({ term, value })
  return [
    row(t('version'), t('versionNumber', { version })),
    row(t('received'), formatInstant(application.receivedAt, locale)),
    ...(version > 1 ? [row(t('first'), formatInstant(application.sentAt, locale))] : []),
    row(t('started'), formatInstant(application.startedAt, locale)),
    ...(application.correctionReason ? [row(t('correctionReason'), application.correctionReason)] : []),
    row(t('clock'), <Tag kind={clockColours[clock.state]}>{clockWords(locale, clock)}</Tag>),
    row(t('route'), `${list(`reason.${route.reason}`)}${route.certain ? '' : ` (${list('unsure')})`}`),
    ...(route.details.others.length > 0 ? [row(t('others'), route.details.others.join(', '))] : []),
    ...route.details.notes.map((note) => row(t('notes'), t(`note.${note}`))),
    row(t('language'), textsOf(locale, 'review')(`languages.${application.language}`)),
  ]
}

/** The files that were given, and what was said of the other papers. */
function PapersView(props: {
  readonly locale: Locale
  readonly application: OfficeApplication
  readonly documents: ReactNode
  readonly documentName: (requirement: string) => string
}) {
  const { locale, application, documentName } = props
  const t = textsOf(locale, 'review.application')
  return (
    <>
      <h2 id="documents">{t('files')}</h2>
      {props.documents}
      {application.answered.length > 0 && (
        <>
          <h2>{t('answered')}</h2>
          <ul>
            {application.answered.map((paper) => (
              <li key={paper.requirement}>
                {t('answerLine', {
                  document: documentName(paper.requirement),
                  answer: t(`answer.${paper.answer}`),
                })}
                {paper.note && <p dir="auto">{paper.note}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
