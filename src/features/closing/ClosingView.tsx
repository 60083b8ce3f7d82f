import type { ReactNode } from 'react'
import { longestClosingWords } from '@/domain/decision/closing'
import { formatInstant, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { PendingClosing } from '@/server/closings'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextArea } from '@/ui/TextArea'
import type { ClosingPage } from './queries'
import type { ClosingTold } from './schema'

/** Asks to close one's own file, or takes that back. `closed`: what is said of a file that is closed. */
export function ClosingView(props: {
  readonly locale: Locale
  readonly page: ClosingPage
  readonly told: ClosingTold | null
  readonly formKey: string
  readonly closed: ReactNode
}) {
  const { locale, page, told, formKey, closed } = props
  const t = textsOf(locale, 'closing')
  return (
    <>
      <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={errorsOf(locale, page)} />
      <BackLink href={paths.account(locale)}>{textsOf(locale, 'account')('title')}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      {told && (
        <Notice
          kind={told === 'asked' || told === 'withdrawn' ? 'success' : 'info'}
          title={t(`told.${told}`)}
        />
      )}
      {!page.atHome && <p>{t('none')}</p>}
      {closed}
      {page.pending && <Pending locale={locale} pending={page.pending} formKey={formKey} />}
      {page.atHome && !page.pending && !page.closed && <Ask locale={locale} page={page} formKey={formKey} />}
    </>
  )
}

const fieldsShown = ['month', 'words'] as const
type Shown = (typeof fieldsShown)[number]

function errorsOf(locale: Locale, { problems }: ClosingPage) {
  const t = textsOf(locale, 'closing.error')
  return fieldsShown.flatMap((field) =>
    problems.some((one) => one.field === field) ? [{ field, text: t(field) }] : [],
  )
}

function Pending(props: {
  readonly locale: Locale
  readonly pending: PendingClosing
  readonly formKey: string
}) {
  const { locale, pending, formKey } = props
  const t = textsOf(locale, 'closing')
  const values = {
    instant: formatInstant(pending.askedAt, locale),
    ofMonth: formatOfMonth(pending.month, locale),
  }
  return (
    <>
      <Notice kind="info" title={t('askedTitle')}>
        <p>
          {pending.by === null ? t('askedByOffice', values) : t('asked', { name: pending.by, ...values })}
        </p>
        {pending.words && <p dir="auto">{t('ownWords', { words: pending.words })}</p>}
        <p>{t('mayWithdraw')}</p>
      </Notice>
      <Form action="/api/account/closing/withdrawal" hidden={{ language: locale, formKey }}>
        <ButtonGroup>
          <Button kind="secondary">{t('withdraw')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Ask(props: { readonly locale: Locale; readonly page: ClosingPage; readonly formKey: string }) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'closing')
  const errors = errorsOf(locale, page)
  const error = (field: Shown) => {
    const found = errors.find((one) => one.field === field)
    return found ? { error: found.text } : {}
  }
  return (
    <>
      <p>{t('lead')}</p>
      <h2>{t('endsTitle')}</h2>
      <ul>
        <li>{t('ends.payments')}</li>
        <li>{t('ends.slip')}</li>
        <li>{t('ends.again')}</li>
      </ul>
      <h2>{t('insteadTitle')}</h2>
      <ul>
        <li>{t('instead.work')}</li>
        <li>
          {t('instead.separation')} <a href={paths.change(locale)}>{t('instead.report')}</a>
        </li>
      </ul>
      <h2>{t('formTitle')}</h2>
      {page.couple && <p>{t('both')}</p>}
      <Form action="/api/account/closing" hidden={{ language: locale, formKey }} label={t('formTitle')}>
        <Radios
          name="month"
          label={t('month')}
          hint={t('monthHint')}
          value={page.typed.month}
          choices={page.months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
          {...error('month')}
        />
        <TextArea
          name="words"
          label={t('words')}
          hint={t('wordsHint')}
          optional={textsOf(locale, 'common')('optional')}
          value={page.typed.words}
          maxLength={longestClosingWords}
          {...error('words')}
        />
        <ButtonGroup>
          <Button>{t('button')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
