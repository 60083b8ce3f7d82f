import { dayOf } from '@/domain/calendar'
import type { FiledStatement, StatementState } from '@/domain/statement/state'
import { formatDay, formatInstant, formatOfMonth, formatTime, formatWeekday } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Notice } from '@/ui/Notice'
import type { Household } from './household'
import { officeLine } from './office-line'
import { receivedText } from './words'

/** What the state of the statement means for this person today: until when, what may happen, whom to call. */
export function StatePanel(props: {
  readonly locale: Locale
  readonly state: StatementState
  readonly household: Household
  readonly filedBy: string | null
}) {
  const { locale, state, household, filedBy } = props
  const t = textsOf(locale, 'statement')
  const ofMonth = formatOfMonth(state.month, locale)
  const dueDay = formatWeekday(dayOf(state.due.at), locale)
  const contact = officeLine(locale, household.office)
  const closing = formatDay(dayOf(state.closesAt), locale)
  const { why } = state.obligation
  const began = household.begunByOthers.find((one) => one.month === state.month)?.givenName
  const asked = why.code === 'added' && <p>{t('state.added', { reason: why.reason })}</p>

  switch (state.name) {
    case 'notYetOpen':
      return (
        <Notice
          kind="info"
          title={t('state.notYetOpen.title', { day: formatWeekday(state.opensOn, locale) })}
        >
          <p>{t('state.notYetOpen.text')}</p>
        </Notice>
      )
    case 'exempt':
      return (
        <Notice
          kind="info"
          title={t(why.code === 'closed' ? 'state.exempt.closedTitle' : 'state.exempt.title')}
        >
          <p>
            {why.code === 'closed'
              ? t('state.exempt.closed', { ofMonth: formatOfMonth(why.from, locale) })
              : why.code === 'lifted'
                ? t('state.exempt.lifted', { ofMonth, reason: why.reason })
                : t('state.exempt.text')}
          </p>
        </Notice>
      )
    case 'closed':
      return (
        <Notice kind="warning" title={t('state.closed.title', { ofMonth })}>
          <p>
            {state.filed
              ? t.rich('state.closed.filed', {
                  instant: receivedText(state.filed.latestReceivedAt, locale),
                  ...contact,
                })
              : t.rich('state.closed.missing', contact)}
          </p>
        </Notice>
      )
    case 'filed':
    case 'corrected':
      return (
        <Notice kind="success" title={t(`state.${state.name}.title`, { ofMonth })}>
          {state.name === 'corrected' && (
            <p>
              {t('state.corrected.text', {
                version: state.filed.latestVersion,
                instant: receivedText(state.filed.latestReceivedAt, locale),
              })}
            </p>
          )}
          <p>{received(locale, state.filed, dueDay)}</p>
          {filedBy && <p>{t('state.filed.by', { name: filedBy })}</p>}
          <p>{t('state.correctUntil', { day: closing })}</p>
        </Notice>
      )
    case 'late':
      return (
        <Notice kind="warning" title={t('state.late.title', { day: dueDay })}>
          <p>{t('state.late.text')}</p>
          <p>
            {t('state.late.mayHappen', {
              ofMonth: formatOfMonth(state.consequence.paymentAtRisk, locale),
              day: formatDay(state.consequence.paidOn, locale),
            })}
          </p>
          <p>{t.rich('state.late.call', contact)}</p>
          {asked}
          {began && <p>{t('state.draftedByOther.also', { name: began })}</p>}
        </Notice>
      )
    case 'dueToday':
      return (
        <Notice kind="warning" title={t('state.dueToday.title')}>
          <p>{t('state.dueToday.text', { time: formatTime(state.due.at, locale) })}</p>
          {asked}
          {began && <p>{t('state.draftedByOther.also', { name: began })}</p>}
        </Notice>
      )
    case 'extended':
      return (
        <Notice
          kind="info"
          title={t('state.extended.title', { instant: formatInstant(state.due.at, locale) })}
        >
          <p>{t('state.extended.reason', { reason: state.extension.reason[locale] })}</p>
          <p>{t('state.extended.text', { day: formatDay(dayOf(state.due.regularAt), locale) })}</p>
          {asked}
        </Notice>
      )
    default:
      return (
        <>
          {state.name === 'draftedByOther' && began && (
            <Notice kind="warning" title={t('state.draftedByOther.title', { name: began })}>
              <p>{t('state.draftedByOther.text')}</p>
            </Notice>
          )}
          <Notice kind="info" title={t('state.open.title', { day: dueDay })}>
            <p>{t('state.open.text')}</p>
            {dayOf(state.due.regularAt).slice(8) !== '15' && <p>{t('due.shifted')}</p>}
            {asked}
          </Notice>
        </>
      )
  }
}

function received(locale: Locale, filed: FiledStatement, dueDay: string): string {
  const t = textsOf(locale, 'statement')
  const instant = receivedText(filed.receivedAt, locale)
  if (filed.late) return t('state.filed.late', { instant, day: dueDay })
  return t(filed.healed ? 'state.filed.healed' : 'state.filed.onTime', { instant })
}
