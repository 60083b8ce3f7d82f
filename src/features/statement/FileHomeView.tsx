import type { ReactNode } from 'react'
import { dayOf } from '@/domain/calendar'
import type { StatementState } from '@/domain/statement/state'
import { formatDay, formatInstant, formatOfMonth, formatTime, formatWeekday } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Amount } from '@/ui/Amount'
import { ButtonLink, ButtonGroup, Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { TagKind } from '@/ui/Tag'
import { type Task, TaskList } from '@/ui/TaskList'
import { ClosedNotice } from './ClosedNotice'
import { entryTitle } from './HistoryView'
import { officeLine } from './office-line'
import type { FileHome } from './queries'
import { type Words, wordsOf } from './words'

const colours: Record<StatementState['name'], TagKind> = {
  notYetOpen: 'neutral',
  open: 'info',
  draftedByOther: 'info',
  dueToday: 'warning',
  late: 'error',
  filed: 'success',
  corrected: 'success',
  exempt: 'neutral',
  extended: 'info',
  closed: 'neutral',
}

/** The citizen's home: what is due and when, the next payment, what the other adult sent, the latest receipts. */
export function FileHomeView(props: {
  readonly locale: Locale
  readonly home: FileHome
  readonly name: string
  readonly formKey: string
  /** The viewer's applications for aid, drawn. */
  readonly applications: ReactNode
}) {
  const { locale, home, name, formKey } = props
  const { household } = home
  const say = wordsOf(locale, 'statement')
  const t = textsOf(locale, 'statement')
  const todo = home.statements.find((state) => state.mayFile)
  return (
    <>
      <PageTitle
        {...(household ? { caption: say('home.fileNumber', { number: household.fileNumber }) } : {})}
      >
        {say('home.hello', { name })}
      </PageTitle>
      {home.parked && (
        <Notice kind="warning" title={say('parked.title')}>
          <p>{say('parked.text')}</p>
          <Form action="/api/parked/restoration" hidden={{ language: locale, formKey }}>
            <Button>{say('parked.button')}</Button>
          </Form>
        </Notice>
      )}
      {home.unread > 0 && (
        <Notice kind="info" title={textsOf(locale, 'messages.home')('unread', { count: home.unread })}>
          <p>
            <a href={paths.messages(locale)}>{textsOf(locale, 'messages.home')('link')}</a>
          </p>
        </Notice>
      )}
      {!household && (
        <Notice kind="info" title={say('home.noHousehold')}>
          <p>{say('home.noHouseholdText')}</p>
          {!home.mayAct && home.applications.length === 0 && (
            <p>
              <a href={paths.applicationStart(locale)}>{say('home.apply')}</a>
            </p>
          )}
          {home.mayAct && (
            <p>
              <a href={paths.mandates(locale)}>{say('home.actFor')}</a>
            </p>
          )}
        </Notice>
      )}
      {household?.closing && home.reviewUntil && (
        <ClosedNotice
          locale={locale}
          closing={household.closing}
          now={home.now}
          reviewUntil={home.reviewUntil}
        />
      )}
      {home.closingAsked && (
        <Notice kind="info" title={textsOf(locale, 'closing')('askedTitle')}>
          <p>
            <a href={paths.closing(locale)}>{textsOf(locale, 'closing')('askedLink')}</a>
          </p>
        </Notice>
      )}
      {props.applications}
      {home.toConfirm.length > 0 && (
        <Notice
          kind="info"
          title={say('home.confirmTitle', {
            name: home.toConfirm[0]?.filedByName ?? '',
            count: home.toConfirm.length,
          })}
        >
          <p>{say('home.confirmText')}</p>
          <ul>
            {home.toConfirm.map((filing) => (
              <li key={filing.id}>
                <a href={paths.receipt(locale, filing.id)}>
                  {say('home.confirmLink', { ofMonth: formatOfMonth(filing.month, locale) })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {household && (
        <>
          <h2>{say('home.todo')}</h2>
          {home.catchUp.length > 1 && (
            <p>
              {say('state.catchUp.title', { count: home.catchUp.length })}. {say('state.catchUp.text')}
            </p>
          )}
          <TaskList tasks={home.statements.map((state) => task(say, locale, state))} />
          {todo ? (
            <ButtonGroup>
              <ButtonLink href={paths.statement(locale, todo.month)}>
                {say(todo.hasOwnDraft ? 'home.continueNow' : 'home.fileNow')}
              </ButtonLink>
            </ButtonGroup>
          ) : (
            <p>{say('home.nothingTodo')}</p>
          )}
        </>
      )}
      {home.nextPayment && <NextPayment {...{ say, locale }} payment={home.nextPayment} />}
      {household && home.mayReport && (
        <>
          <h2>{say('home.change')}</h2>
          <p>{say('home.changeText')}</p>
          {home.hasChangeDraft && <p>{say('home.changeDraft')}</p>}
          <ButtonGroup>
            <ButtonLink href={paths.change(locale)} kind="secondary">
              {say('home.change')}
            </ButtonLink>
          </ButtonGroup>
        </>
      )}
      {home.recent.length > 0 && (
        <>
          <h2>{say('home.recent')}</h2>
          <ul>
            {home.recent.map((entry) => (
              <li key={entry.id}>
                <a href={paths.receipt(locale, entry.id)}>{entryTitle(say, locale, entry)}</a>{' '}
                {formatInstant(entry.receivedAt, locale)}
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.history(locale)}>{say('home.allHistory')}</a>
          </p>
        </>
      )}
      {household && (
        <p>
          {t.rich('home.office', officeLine(locale, household.office))}{' '}
          <a href={paths.urgentNeed(locale)}>{say('home.urgent')}</a>
        </p>
      )}
    </>
  )
}

function task(say: Words, locale: Locale, state: StatementState): Task {
  const started = state.name === 'open' && state.hasOwnDraft
  return {
    ...(state.name === 'notYetOpen' ? {} : { href: paths.statement(locale, state.month) }),
    title: say('home.statement', { ofMonth: formatOfMonth(state.month, locale) }),
    hint: hint(say, locale, state),
    status: { kind: colours[state.name], text: say(`home.status.${started ? 'started' : state.name}`) },
  }
}

function hint(say: Words, locale: Locale, state: StatementState): string {
  if (state.filed)
    return say('home.hint.received', { instant: formatInstant(state.filed.receivedAt, locale) })
  if (state.name === 'notYetOpen') {
    return say('home.hint.opens', { day: formatWeekday(state.opensOn, locale) })
  }
  if (state.name === 'dueToday') return say('home.hint.today', { time: formatTime(state.due.at, locale) })
  if (state.name === 'exempt') {
    return say(state.obligation.why.code === 'closed' ? 'state.exempt.closedTitle' : 'state.exempt.title')
  }
  return say('home.hint.due', { day: formatWeekday(dayOf(state.due.at), locale) })
}

function NextPayment(props: {
  readonly say: Words
  readonly locale: Locale
  readonly payment: NonNullable<FileHome['nextPayment']>
}) {
  const { say, locale, payment } = props
  const { benefit } = payment
  return (
    <>
      <h2>{say('home.payment')}</h2>
      {benefit.computed && (
        <p>
          <Amount cents={benefit.totalCents} locale={locale} large />
        </p>
      )}
      <p>
        {say('preview.amount', {
          ofMonth: formatOfMonth(benefit.month, locale),
          day: formatDay(payment.paidOn, locale),
        })}
        . <a href={paths.payment(locale, benefit.month)}>{say('home.paymentLink')}</a>
      </p>
      <p>
        <a href={paths.ownPayments(locale)}>{say('home.allPayments')}</a>
      </p>
    </>
  )
}
