import { formatInstant, formatMonth, formatOfMonth, formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup, ButtonLink } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { ConflictView } from './ConflictView'
import { draftVersion, formAddress } from './place'
import { PageErrors, PageSteps } from './PageForm'
import { officeLine } from './office-line'
import type { StatementPage } from './queries'
import { StartForm } from './StartForm'
import { StatePanel } from './StatePanel'
import { wordsOf } from './words'
import { WrittenBy } from './WrittenBy'

/** Page 1 of a month's statement, in each of its states; or of a change report. */
export function StatementView(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { desk } = page
  const { state, household, latest } = desk
  const t = textsOf(locale, 'statement')
  const say = wordsOf(locale, 'statement')
  const isStatement = desk.kind === 'statement'
  const correcting = desk.context.correcting !== null && !desk.conflict
  const showsForm = desk.kind === 'change' || state.mayFile || correcting
  return (
    <>
      <BackLink href={desk.place.home(locale)}>{t('backToFile')}</BackLink>
      <PageErrors say={say} locale={locale} page={page} current="start" />
      <PageTitle>
        {isStatement ? t('title', { ofMonth: formatOfMonth(desk.month, locale) }) : t('changeTitle')}
      </PageTitle>
      {showsForm && <PageSteps say={say} page={page} current="start" />}
      {isStatement && !correcting && !desk.conflict && (
        <StatePanel
          locale={locale}
          state={state}
          household={household}
          filedBy={latest && household.people.length > 1 ? latest.filedByName : null}
        />
      )}
      {page.filedUnseen && (
        <Notice kind="warning" title={t('unseen.title')}>
          <p>{t.rich('unseen.text', officeLine(locale, household.office))}</p>
        </Notice>
      )}
      {isStatement && <CatchUp locale={locale} page={page} />}
      {correcting && (
        <Notice kind="info" title={t('start.correctingTitle')}>
          <p>{t('start.correctingText', { version: desk.context.correcting ?? 1 })}</p>
          <Discard locale={locale} page={page} formKey={formKey} text={t('start.correctingStop')} />
        </Notice>
      )}
      {desk.draft && <WrittenBy locale={locale} page={page} formKey={formKey} />}
      {desk.conflict && desk.open && <ConflictView locale={locale} page={page} formKey={formKey} />}
      {showsForm && desk.draft && !correcting && (
        <>
          <p>
            {t('start.draftKept')} {t('savedAt', { instant: formatInstant(desk.draft.updatedAt, locale) })}
          </p>
          <Discard locale={locale} page={page} formKey={formKey} text={t('start.discard')} />
        </>
      )}
      {!isStatement && <p>{t('start.changeLead')}</p>}
      {isStatement && state.mayFile && (
        <p>
          {t('due.payment', {
            ofMonth: formatOfMonth(state.payment.month, locale),
            day: formatDay(state.payment.paidOn, locale),
          })}{' '}
          {state.payment.run === 'supplementary' && t('due.supplementary')}
        </p>
      )}
      {showsForm && <StartForm locale={locale} page={page} formKey={formKey} />}
      {!showsForm && !desk.conflict && <Next locale={locale} page={page} formKey={formKey} />}
    </>
  )
}

function CatchUp({ locale, page }: { readonly locale: Locale; readonly page: StatementPage }) {
  const t = textsOf(locale, 'statement')
  if (page.catchUp.length === 0) return null
  return (
    <Notice kind="warning" title={t('state.catchUp.title', { count: page.catchUp.length })}>
      <p>{t('state.catchUp.text')}</p>
      <ul>
        {page.catchUp.map((month) => (
          <li key={month}>
            <a href={page.desk.place.statement(locale, month, 'start')}>{formatMonth(month, locale)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What can be done when nothing is to be filed here: read the receipt, correct, report a change. */
function Next(props: { readonly locale: Locale; readonly page: StatementPage; readonly formKey: string }) {
  const { locale, page, formKey } = props
  const { desk } = page
  const t = textsOf(locale, 'statement')
  return (
    <>
      {desk.latest && (
        <p>
          <a href={desk.place.receipt(locale, desk.latest.id)}>{t('state.receipt')}</a>
        </p>
      )}
      <ButtonGroup>
        {desk.state.mayCorrect && (
          <Form action={formAddress(desk, 'draft')} hidden={{ language: locale, formKey, intent: 'correct' }}>
            <Button kind="secondary">{t('state.correct')}</Button>
          </Form>
        )}
        {desk.mayReport && (
          <ButtonLink href={desk.place.change(locale, 'start')} kind="secondary">
            {t('state.reportChange')}
          </ButtonLink>
        )}
      </ButtonGroup>
    </>
  )
}

function Discard(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly formKey: string
  readonly text: string
}) {
  const { locale, page, formKey, text } = props
  return (
    <Form
      action={formAddress(page.desk, 'draft')}
      hidden={{ language: locale, formKey, intent: 'discard', draftVersion: draftVersion(page.desk) }}
    >
      <Button kind="plain">{text}</Button>
    </Form>
  )
}
