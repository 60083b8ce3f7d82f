import type { ReactNode } from 'react'
import { formatInstant, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import type { ReceivedStatement } from './queries'

/**
 * One statement as the agent reads it: who, when, against which limit, then what differs from the month before
 * (`changes`) and the whole answers (`answers`), both drawn in the words the person saw.
 */
export function ReceivedStatementView(props: {
  readonly locale: Locale
  readonly statement: ReceivedStatement
  readonly changes: ReactNode
  readonly answers: ReactNode
  /** What can be done with it, before everything else. */
  readonly tasks?: ReactNode
  /** What stands beside it: what was verified, the calculation, the notes, who looked. */
  readonly beside: ReactNode
  readonly formKey: string
}) {
  const { locale, statement } = props
  const t = textsOf(locale, 'review')
  const disputes = statement.confirmations.filter((confirmation) => confirmation.answer === 'disagrees')
  const row = (term: string, value: ReactNode) => ({ term, value })
  return (
    <>
      <BackLink href={paths.office(locale)}>{t('back')}</BackLink>
      <PageTitle caption={t('file', { number: statement.fileNumber })}>
        {t(`kind.${statement.kind}`, {
          month: formatMonth(statement.month, locale),
          ofMonth: formatOfMonth(statement.month, locale),
        })}
      </PageTitle>
      <p>
        <a href={paths.officeFile(locale, statement.householdId)}>{t('toFile')}</a>
      </p>
      {disputes.map((dispute) => (
        <Notice key={dispute.at} kind="error" title={t('disputed')}>
          {dispute.note && <p>{dispute.note}</p>}
        </Notice>
      ))}
      {statement.frozen && (
        <Notice kind="warning" title={t('frozenTitle')}>
          <p>{t('frozenText')}</p>
          <Form
            action={`/api/households/${statement.householdId}/freeze-lift`}
            hidden={{ language: locale, formKey: props.formKey }}
          >
            <ButtonGroup>
              <Button>{t('lift')}</Button>
            </ButtonGroup>
          </Form>
        </Notice>
      )}
      {props.tasks}
      <SummaryList
        rows={[
          row(t('filedBy'), statement.filedByName),
          row(t('filedFor'), statement.filedFor),
          row(t('receivedAt'), formatInstant(statement.receivedAt, locale)),
          ...(statement.due
            ? [
                row(
                  t('dueAt'),
                  <>
                    {formatInstant(statement.due.at, locale)} · {t(statement.late ? 'late' : 'onTime')}
                  </>,
                ),
              ]
            : []),
          ...(statement.due?.extension ? [row(t('extended'), statement.due.extension.reason[locale])] : []),
          ...(statement.lateReason ? [row(t('lateReason'), statement.lateReason)] : []),
          ...(statement.correctionReason ? [row(t('correctionReason'), statement.correctionReason)] : []),
          row(t('receipt'), statement.receiptNumber),
          row(t('language'), t(`languages.${statement.language}`)),
        ]}
      />
      {statement.comparedWith ? (
        <>
          <h2>{t('changes', { month: formatMonth(statement.comparedWith, locale) })}</h2>
          {props.changes}
        </>
      ) : (
        <p>{t('first')}</p>
      )}
      <h2>{t('answers')}</h2>
      {props.answers}
      {statement.versions.length > 1 && (
        <>
          <h2>{t('versions')}</h2>
          <ul>
            {statement.versions.map((version) => (
              <li key={version.id}>
                <a
                  href={paths.officeStatement(locale, version.id)}
                  aria-current={version.id === statement.id ? 'page' : undefined}
                >
                  {t('version', {
                    version: version.version,
                    instant: formatInstant(version.receivedAt, locale),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {props.beside}
    </>
  )
}
