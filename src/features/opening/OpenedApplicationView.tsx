import type { MissingThing } from '@/domain/application/timeline'
import { formatDay, formatInstant, formatTime } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paperName } from '@/i18n/papers'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Timeline } from '@/ui/Steps'
import { SummaryList } from '@/ui/SummaryList'
import type { OpenedApplication } from './application-queries'

/**
 * An application of any office, held open for half an hour to answer a call: its state, what was promised, what is
 * missing, what happened. Not one answer of it. `promise` is the office's time, in words.
 */
export function OpenedApplicationView(props: {
  readonly locale: Locale
  readonly application: OpenedApplication
  readonly promise: string
}) {
  const { locale, application } = props
  const t = textsOf(locale, 'opening')
  const review = textsOf(locale, 'review.application')
  const office = locale === 'fr' ? application.officeFr : application.officeEn
  const nameOf = (subject: string) => paperName(subject, locale) ?? review('document')
  const missing = ({ kind, subject }: MissingThing) => (kind === 'document' ? nameOf(subject) : review(kind))
  return (
    <>
      <BackLink href={paths.openFile(locale)}>{t('back')}</BackLink>
      <PageTitle caption={office}>{t('application.title', { number: application.receiptNumber })}</PageTitle>
      <Notice kind="info" title={t('until', { time: formatTime(application.until, locale) })}>
        <p>{t('application.readOnly')}</p>
        {application.officePhone && <p>{t('officePhone', { office })}</p>}
      </Notice>
      <SummaryList
        rows={[
          { term: t('application.status'), value: t(`application.statusOf.${application.status}`) },
          { term: review('clock'), value: props.promise },
          { term: review('version'), value: review('versionNumber', { version: application.version }) },
          { term: review('received'), value: formatInstant(application.receivedAt, locale) },
          ...(application.version > 1
            ? [{ term: review('first'), value: formatInstant(application.sentAt, locale) }]
            : []),
        ]}
      />
      <h2>{review('missing')}</h2>
      {application.missing.length === 0 && application.missingOfOne === 0 && <p>{review('noneMissing')}</p>}
      {application.missing.length > 0 && (
        <ul>
          {application.missing.map((thing) => (
            <li key={`${thing.kind} ${thing.subject}`}>
              {review('missingUntil', { what: missing(thing), day: formatDay(thing.until, locale) })}
            </li>
          ))}
        </ul>
      )}
      {application.missingOfOne > 0 && (
        <p>{t('application.missingOfOne', { count: application.missingOfOne })}</p>
      )}
      <h2>{review('timeline')}</h2>
      <Timeline
        events={application.timeline.map((line, index) => ({
          key: `${index}`,
          when: formatInstant(line.at, locale),
          title: review('by', { kind: review(`event.${line.kind}`), who: review(`who.${line.by}`) }),
          children: line.kind.startsWith('document') && <div>{nameOf(line.subject)}</div>,
        }))}
      />
    </>
  )
}
