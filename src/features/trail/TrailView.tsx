import type { ReactNode } from 'react'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { Select } from '@/ui/Select'
import { Table } from '@/ui/Table'
import { TextField } from '@/ui/TextField'
import type { TrailLine, TrailPage } from './queries'
import { searchAddress, splitDay, type TrailProblem, type TrailSearch } from './schema'
import { TrailNav } from './TrailNav'

const fieldOf: Record<TrailProblem, string> = {
  'no-file': 'fileNumber',
  from: 'from',
  until: 'until',
  order: 'until',
}

/** The trail: who did or saw what, sought by file, by member of staff and by day. */
export function TrailView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly search: TrailSearch
  readonly page: TrailPage
  /** The button that makes a file of what was found. */
  readonly fileForm: ReactNode
}) {
  const { locale, search, page } = props
  const t = textsOf(locale, 'trail')
  const errors = search.problems.map((problem) => ({
    field: fieldOf[problem],
    text: t(`problem.${problem}`),
  }))
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={errors} />
      )}
      <PageTitle>{t('title')}</PageTitle>
      <TrailNav locale={locale} at="trail" />
      <p>{t('lead')}</p>
      <SearchForm {...props} errors={errors} />
      {search.asked && errors.length === 0 && (
        <>
          <h2>{page.fileNumber ? t('foundOf', { number: page.fileNumber }) : t('found')}</h2>
          {page.lines.length === 0 ? <p>{t('nothing')}</p> : <Lines locale={locale} lines={page.lines} />}
          {page.lines.length > 0 && props.fileForm}
          {page.more && (
            <p>
              <a href={searchAddress(paths.trail(locale), { ...search, before: page.more })}>{t('older')}</a>
            </p>
          )}
        </>
      )}
    </>
  )
}

function SearchForm(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly search: TrailSearch
  readonly page: TrailPage
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}) {
  const { locale, search, page } = props
  const t = textsOf(locale, 'trail')
  const common = textsOf(locale, 'common')
  const errorOf = (field: string) => {
    const found = props.errors.find((error) => error.field === field)
    return found ? { error: found.text } : {}
  }
  const parts = { day: common('day'), month: common('month'), year: common('year') }
  return (
    <Form action="/api/trail/search" hidden={{ language: locale, formKey: props.formKey }} label={t('title')}>
      <TextField
        name="fileNumber"
        label={t('number')}
        hint={t('numberHint')}
        width="medium"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        {...errorOf('fileNumber')}
      />
      <Select
        name="staff"
        label={t('staff')}
        empty={t('anyone')}
        value={search.staffId ?? ''}
        choices={page.staff.map(({ id, name, role, officeFr, officeEn }) => ({
          value: id,
          label: t('staffChoice', {
            name,
            role: t(`role.${role}`),
            office: (locale === 'fr' ? officeFr : officeEn) ?? t('noOffice'),
          }),
        }))}
      />
      <DateField
        name="from"
        label={t('from')}
        partLabels={parts}
        value={splitDay(search.typedFrom)}
        {...errorOf('from')}
      />
      <DateField
        name="until"
        label={t('until')}
        partLabels={parts}
        value={splitDay(search.typedUntil)}
        {...errorOf('until')}
      />
      <ButtonGroup>
        <Button>{t('search')}</Button>
      </ButtonGroup>
    </Form>
  )
}

function Lines({ locale, lines }: { readonly locale: Locale; readonly lines: readonly TrailLine[] }) {
  const t = textsOf(locale, 'trail')
  /** A code that has no words yet is shown as it is: the trail hides nothing. */
  const say = (group: 'act' | 'subject' | 'actor', code: string) => {
    const key = `${group}.${code}` as 'act.looked'
    return t.has(key) ? t(key) : code
  }
  return (
    <Table
      id="lines"
      caption={t('found')}
      captionHidden
      columns={[
        { label: t('column.at'), short: true },
        { label: t('column.who') },
        { label: t('column.act') },
        { label: t('column.file'), short: true },
        { label: t('column.details') },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          formatInstant(line.at, locale),
          line.staffName && line.staffRole
            ? t('staffChoice', {
                name: line.staffName,
                role: t(`role.${line.staffRole}`),
                office: (locale === 'fr' ? line.officeFr : line.officeEn) ?? t('noOffice'),
              })
            : say('actor', line.actorKind),
          t('actOn', { act: say('act', line.act), subject: say('subject', line.subjectKind) }),
          line.fileNumber ?? t('none'),
          Object.entries(line.details)
            .map(([name, value]) => `${name}=${value}`)
            .join(', ') || t('none'),
        ],
      }))}
    />
  )
}
