import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { fieldsOf, isNarrowed, type Asked } from './asked'
import { CountsView } from './CountsView'
import { FilterForm } from './FilterForm'
import type { Told } from './outcome'
import type { Worklist } from './queries'
import { TaskTable } from './TaskTable'
import { ToldNotice } from './ToldNotice'

/** The tasks of the office, in order, with their counts and what can be done with several at once. */
export function WorklistView(props: {
  readonly locale: Locale
  readonly worklist: Worklist
  readonly asked: Asked
  readonly told: Told | null
  readonly viewerId: string
  readonly formKey: string
}) {
  const { locale, worklist, asked, told, formKey } = props
  const t = textsOf(locale, 'worklist')
  const { counts, lines, next, office } = worklist
  const at = (change: Partial<Asked>) =>
    withQuery(paths.office(locale), fieldsOf({ ...asked, after: null, ...change }))
  const isError = told === 'noTask' || told === 'noAssignee'
  return (
    <>
      {isError && (
        <ErrorSummary
          title={textsOf(locale, 'common')('errorSummary')}
          errors={[
            { field: told === 'noTask' && lines.length > 0 ? 'task.0' : 'assignee', text: t(`told.${told}`) },
          ]}
        />
      )}
      <PageTitle caption={office?.[locale]}>{t('title')}</PageTitle>
      {told !== null && !isError && <ToldNotice locale={locale} outcome={told} />}
      {counts.danger.count > 0 && (
        <Notice kind="error" title={t('dangerTitle', { count: counts.danger.count })}>
          <p>
            <a
              href={at({ kind: null, state: null, whose: 'all', due: null, programme: null, why: 'danger' })}
            >
              {t('dangerLink')}
            </a>
          </p>
        </Notice>
      )}
      <p>
        {t('lead', { count: counts.mine.count })} {t('order')}
      </p>
      <p>
        <a href="#tasks">{t('skipFilters')}</a>
      </p>
      <CountsView locale={locale} asked={asked} counts={counts} at={at} />
      <FilterForm locale={locale} asked={asked} />
      <section id="tasks" tabIndex={-1}>
        {lines.length === 0 ? (
          <Notice kind="info" title={isNarrowed(asked) ? t('emptyNarrow') : t('empty')} />
        ) : (
          <TaskTable
            id="list"
            caption={t('caption')}
            {...{ locale, lines, formKey }}
            columns={asked.columns}
            colleagues={worklist.colleagues}
            now={worklist.now}
            viewerId={props.viewerId}
            list={{ list: withQuery('', fieldsOf(asked)).slice(1) }}
            wrong={told === 'noAssignee'}
          />
        )}
        <p>
          {asked.after && <a href={at({})}>{t('first')}</a>}{' '}
          {next && <a href={at({ after: next })}>{t('next')}</a>}
        </p>
      </section>
    </>
  )
}
