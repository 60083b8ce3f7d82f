import { bands } from '@/domain/benefit/policy-preview'
import { addMonths } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { filerGroups, type FilerGroup } from '@/domain/statement/filers-preview'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import {
  formatBasisPoints,
  formatCount,
  formatDifference,
  formatMoney,
  formatMonth,
  formatPercent,
} from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Checkboxes } from '@/ui/Choices'
import { CountBars } from '@/ui/CountBars'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { TextField } from '@/ui/TextField'
import { DatesResult } from './DatesResult'
import { FilersResult } from './FilersResult'
import type { TrialPage } from './queries'
import { NO_GROUP, type Trial } from './schema'

type Props = { readonly locale: Locale; readonly page: TrialPage; readonly trial: Trial }

/** A policy to come, tried on the households of the month: how many change, by how much, in pictures with their tables. */
export function TrialView(props: Props) {
  const { locale, page, trial } = props
  const t = textsOf(locale, 'administration.preview')
  const error = trial.kind === 'wrong' ? t(`${trial.field}Wrong`) : null
  const wrong = trial.kind === 'wrong' ? trial.field : null
  const typedOf = (kind: 'rise' | 'day') =>
    trial.kind === kind || (trial.kind === 'wrong' && trial.field === kind) ? trial.typed : ''
  return (
    <>
      <BackLink href={paths.administration(locale)}>{t('back')}</BackLink>
      {error && (
        <ErrorSummary
          title={textsOf(locale, 'common')('errorSummary')}
          errors={[{ field: wrong!, text: error }]}
        />
      )}
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      {page.dates && <DatesResult locale={locale} dates={page.dates} />}
      {page.filers && <FilersResult locale={locale} filers={page.filers} />}
      <Result {...props} />
      <h2>{t('known')}</h2>
      {page.months.length === 0 ? (
        <p>{textsOf(locale, 'administration')('noneToCome')}</p>
      ) : (
        <ul>
          {page.months.map((month) => (
            <li key={month}>
              <a href={withQuery(paths.policyPreview(locale), { month })}>
                {t('knownFrom', { month: formatMonth(month, locale) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('trial')}</h2>
      <Form action={paths.policyPreview(locale)} method="get" label={t('trial')}>
        <TextField
          name="rise"
          label={t('rise')}
          hint={t('riseHint')}
          width="short"
          inputMode="text"
          maxLength={40}
          value={typedOf('rise')}
          {...(wrong === 'rise' && error ? { error } : {})}
        />
        <ButtonGroup>
          <Button>{t('try')}</Button>
        </ButtonGroup>
      </Form>
      <h2>{t('otherDay')}</h2>
      <Form action={paths.policyPreview(locale)} method="get" label={t('otherDay')}>
        <TextField
          name="day"
          label={t('dayLabel')}
          hint={t('dayHint', { day: policyFor(page.paid, defaultPolicies).dueDay })}
          width="short"
          inputMode="numeric"
          maxLength={40}
          value={typedOf('day')}
          {...(wrong === 'day' && error ? { error } : {})}
        />
        <ButtonGroup>
          <Button>{t('try')}</Button>
        </ButtonGroup>
      </Form>
      <h2>{t('otherFilers')}</h2>
      <Form action={paths.policyPreview(locale)} method="get" label={t('otherFilers')}>
        <input type="hidden" name="who" value={NO_GROUP} />
        <Checkboxes
          name="who"
          label={t('filersLabel')}
          hint={t('filersHint')}
          choices={filerGroups.map((value) => ({ value, label: t(`filer.${value}`) }))}
          values={trial.kind === 'filers' ? trial.groups : filersInForce(page)}
        />
        <ButtonGroup>
          <Button>{t('try')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** The groups the policy of the month asks, where it names a programme or a varying income alone. */
const filersInForce = ({ paid }: TrialPage): FilerGroup[] =>
  policyFor(addMonths(paid, -1), defaultPolicies).whoFiles.flatMap(
    ({ programme, fluctuatingIncome, files }) =>
      files === 'always' ? (programme ?? (fluctuatingIncome ? ['fluctuatingIncome' as const] : [])) : [],
  )

function Result({ locale, page, trial }: Props) {
  const t = textsOf(locale, 'administration.preview')
  const { result, paid } = page
  if (trial.kind !== 'month' && trial.kind !== 'rise') return null
  if (result === null) return <Notice kind="info" title={t('gone')} />
  const { households, files, more, less } = result
  if (households === 0) return <Notice kind="info" title={t('empty')} />
  const count = (number: number) => formatCount(number, locale)
  const percent = (of: number) => formatPercent(Math.round((of / households) * 100), locale)
  const difference = cents(result.afterCents - result.beforeCents)
  const drawn = households + result.unknown
  const whose = { households, shown: count(households), paid: formatMonth(paid, locale) }
  const table = (what: string) => ({ summary: t('table'), what, count: t('households') })
  return (
    <>
      <h2>
        {trial.kind === 'month'
          ? t('resultOfMonth', { month: formatMonth(trial.month, locale) })
          : t('resultOfTrial', { percent: formatBasisPoints(trial.basisPoints, locale) })}
      </h2>
      {trial.kind === 'rise' && <p>{t('trialOnly')}</p>}
      <p>{drawn < files ? t('drawn', { ...whose, all: count(files) }) : t('every', whose)}</p>
      <p>{t('fromStatements', { month: formatMonth(addMonths(paid, -1), locale) })}</p>
      <SummaryList
        rows={[
          {
            term: t('changed'),
            value: t('changedOf', {
              count: count(more + less),
              all: count(households),
              percent: percent(more + less),
            }),
          },
          { term: t('direction'), value: t('ofThem', { more: count(more), less: count(less) }) },
          { term: t('before'), value: formatMoney(result.beforeCents, locale) },
          { term: t('after'), value: formatMoney(result.afterCents, locale) },
          { term: t('difference'), value: formatDifference(difference, locale) },
          {
            term: t('average'),
            value: formatDifference(cents(Math.round(difference / households)), locale),
          },
          ...(result.unknown > 0 ? [{ term: t('unknown'), value: count(result.unknown) }] : []),
        ]}
      />
      <CountBars
        id="bands"
        title={t('bandsTitle')}
        locale={locale}
        counts={bands.map(({ name }, place) => ({
          key: name,
          label: t(`band.${name}`),
          count: result.bands[place]!.households,
        }))}
        table={table(t('bandColumn'))}
      />
      <CountBars
        id="kinds"
        title={t('kindsTitle')}
        locale={locale}
        counts={result.kinds.map(({ kind, households: own, told }) => ({
          key: kind,
          label: t(`kind.${kind}`),
          count: own,
          ...(own === 0
            ? {}
            : {
                note: told
                  ? t('kindNote', {
                      changed: count(told.changed),
                      average: formatDifference(told.averageCents, locale),
                    })
                  : t('tooFew'),
              }),
        }))}
        table={{ ...table(t('whoColumn')), note: t('effect') }}
      />
    </>
  )
}
