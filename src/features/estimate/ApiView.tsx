import type { ReactNode } from 'react'
import { sourceIds } from '@/domain/rates/sources'
import { lastVerifiedMonth } from '@/domain/rates/table'
import type { Month } from '@/domain/calendar'
import { formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { CodeBlock } from '@/ui/CodeBlock'
import { Details } from '@/ui/Details'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import { exampleCase, exampleCurve, examplePostalCode } from './example'
import { Code, FieldTable, type Part } from './FieldTable'
import { limits } from './limits'
import { openApiOf } from './open-api'
import { firstMonth, mostCases } from './schema'

const asked: readonly Part[] = [
  'Case',
  'Adult',
  'Child',
  'Income',
  'Property',
  'Vehicle',
  'GivenAway',
  'Absence',
  'EndedWork',
]
const answered: readonly Part[] = [
  'Answer',
  'Eligibility',
  'Reason',
  'Question',
  'Benefit',
  'Line',
  'NoBenefit',
  'CurveAnswer',
]

const read = (address: string): string => `curl 'https://quinze.example${address}'`
const curl = (path: string, body: unknown): string =>
  [
    `curl https://quinze.example${path} \\`,
    "  --header 'Content-Type: application/json' \\",
    `  --data '${JSON.stringify(body, null, 2)}'`,
  ].join('\n')

/** The API in words, drawn from its own document: what it is for, how to ask, what it answers, where it stops. */
export function ApiView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'estimates.page')
  const sources = textsOf(locale, 'benefit.source')
  const { paths, components } = openApiOf(locale)
  const { post } = paths['/api/estimates']
  const answer = post.responses['200'].content['application/json'].examples['household']!.value
  const refusals = Object.entries(post.responses).filter(([status]) => status !== '200')
  const parts = (names: readonly Part[], sent = false) =>
    names.map((name) => (
      <FieldTable key={name} locale={locale} name={name} schemas={components.schemas} asked={sent} />
    ))
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <Notice kind="info" title={t('indicativeTitle')}>
        <p>{t('indicative')}</p>
        <p>{t('privacy')}</p>
      </Notice>
      <h2>{t('useTitle')}</h2>
      <p>{t('use')}</p>

      <h2>{t('exampleTitle')}</h2>
      <p>{t('exampleAsk')}</p>
      <CodeBlock label={t('curl')}>{curl('/api/estimates', exampleCase)}</CodeBlock>
      <p>{t('batch')}</p>
      <Details summary={t('showAnswer')}>
        <CodeBlock label={t('answerExample')}>{JSON.stringify(answer, null, 2)}</CodeBlock>
      </Details>

      <h2>{t('curveTitle')}</h2>
      <p>{t('curveLead')}</p>
      <CodeBlock label={t('curveExample')}>{curl('/api/estimates/curve', exampleCurve)}</CodeBlock>
      <FieldTable
        locale={locale}
        name="CurveRequest"
        schemas={components.schemas}
        without={Object.keys(components.schemas['Case']!.properties!)}
      />

      <h2>{t('officesTitle')}</h2>
      <p>{t('officesLead')}</p>
      <CodeBlock label={t('officesExample')}>
        {read(withQuery('/api/offices', { postalCode: examplePostalCode }))}
      </CodeBlock>
      {parts(['Offices', 'Office'])}

      <h2>{t('fieldsTitle')}</h2>
      <p>{t('fieldsLead')}</p>
      {parts(asked, true)}

      <h2>{t('answerTitle')}</h2>
      <p>{t('answerLead')}</p>
      {parts(answered)}

      <h2>{t('sourcesTitle')}</h2>
      <p>{t('sources')}</p>
      <Table
        id="sources"
        caption={t('sourcesTitle')}
        captionHidden
        columns={[{ label: t('part.Source') }, { label: t('meaning') }]}
        rows={sourceIds.map((id) => ({ key: id, cells: [<Code key={id}>{id}</Code>, sources(id)] }))}
      />

      <h2>{t('errorsTitle')}</h2>
      <p>{t('errors')}</p>
      <Table
        id="refusals"
        caption={t('errorsTitle')}
        captionHidden
        columns={[{ label: t('status') }, { label: t('meaning') }]}
        rows={refusals.map(([status, { description }]) => ({ key: status, cells: [status, description] }))}
      />
      {parts(['Refusal'])}

      <h2>{t('limitsTitle')}</h2>
      <ul>
        <li>{t('limitRate', { maximum: limits.perMinute })}</li>
        <li>{t('limitCases', { maximum: mostCases, bytes: limits.maxBytes })}</li>
        <li>
          {t('limitMonths', {
            first: formatMonth(firstMonth as Month, locale),
            last: formatMonth(lastVerifiedMonth, locale),
          })}
        </li>
      </ul>

      <h2>{t('documentTitle')}</h2>
      <p>
        {t.rich('document', {
          link: (text: ReactNode) => <a href={`/api/openapi.json?language=${locale}`}>{text}</a>,
        })}
      </p>
    </>
  )
}
