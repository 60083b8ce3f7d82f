import type { ReactNode } from 'react'
import { ages } from '@/domain/decision/ageing'
import { formatInstant, formatOfMonth, formatPercent } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { CountBars } from '@/ui/CountBars'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { Load, TeamPage } from './queries'
import { DAYS_COUNTED, NOBODY } from './schema'

type Props = {
  readonly locale: Locale
  readonly team: TeamPage
  /** The button that makes a file of the office's open tasks. */
  readonly fileForm: ReactNode
}

/** How the office does, in pictures with their tables: who holds what, since when, promises, and where people stumble. */
export function TeamView(props: Props) {
  const { locale, team } = props
  const t = textsOf(locale, 'team')
  return (
    <>
      <PageTitle caption={locale === 'fr' ? team.officeFr : team.officeEn}>{t('title')}</PageTitle>
      <p>{t('asOf', { instant: formatInstant(team.now, locale) })}</p>
      <NoticesSection {...props} />
      <LoadSection {...props} />
      {props.fileForm}
      <AgeSection {...props} />
      <PromiseSection {...props} />
      <StumbleSection {...props} />
    </>
  )
}

/** What could not be written, before anything else: someone waits for it. */
function NoticesSection({ locale, team }: Props) {
  const t = textsOf(locale, 'team')
  if (team.failingNotices.length === 0) return null
  return (
    <Notice kind="error" title={t('failing', { count: team.failingNotices.length })}>
      <p>{t('failingText')}</p>
      <ul>
        {team.failingNotices.map(({ id, number, failures, againAt }) => (
          <li key={id}>
            <a href={paths.officeDecision(locale, id)}>{t('failingDecision', { number })}</a>{' '}
            {t('failingSince', { count: failures, instant: formatInstant(againAt, locale) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function LoadSection({ locale, team }: Props) {
  const t = textsOf(locale, 'team')
  const note = ({ waiting, overdue, oldest }: Load) =>
    t('loadNote', { waiting, overdue, since: oldest ? formatInstant(oldest, locale) : t('never') })
  return (
    <>
      <h2>{t('load')}</h2>
      <p>{t('loadLead')}</p>
      <CountBars
        id="load"
        title={t('loadTitle')}
        locale={locale}
        counts={team.loads.map((load) => ({
          key: load.colleague?.id ?? NOBODY,
          label: (
            <a href={paths.teamMember(locale, load.colleague?.id ?? NOBODY)}>
              {load.colleague ? load.colleague.name : t('nobody')}
            </a>
          ),
          count: load.open,
          ...(load.open > 0 ? { note: note(load) } : {}),
        }))}
        table={{ summary: t('table'), what: t('who'), count: t('open'), note: t('which') }}
      />
      <CountBars
        id="kinds"
        title={t('kindsTitle')}
        locale={locale}
        counts={team.kinds.map(({ kind, open }) => ({
          key: kind,
          label: textsOf(locale, 'opening')(`kind.${kind}`),
          count: open,
        }))}
        table={{ summary: t('table'), what: t('kind'), count: t('open') }}
      />
    </>
  )
}

function AgeSection({ locale, team }: Props) {
  const t = textsOf(locale, 'team')
  return (
    <>
      <h2>{t('ages')}</h2>
      <CountBars
        id="ages"
        title={t('agesTitle')}
        locale={locale}
        counts={team.ages.map(({ count, unassigned }, place) => {
          const { from, until } = ages[place]!
          return {
            key: String(from),
            label: until === null ? t('ageOver', { from }) : t('age', { from, until }),
            count,
            ...(unassigned > 0 ? { note: t('unassigned', { count: unassigned }) } : {}),
          }
        })}
        table={{ summary: t('table'), what: t('ageLabel'), count: t('open'), note: t('which') }}
      />
    </>
  )
}

function PromiseSection({ locale, team }: Props) {
  const t = textsOf(locale, 'team')
  const { kept, broken, overdue } = team.promises
  const all = kept + broken
  return (
    <>
      <h2>{t('promises')}</h2>
      {overdue > 0 && <Notice kind="warning" title={t('overdue', { count: overdue })} />}
      {all === 0 ? (
        <p>{t('noPromises', { days: DAYS_COUNTED })}</p>
      ) : (
        <>
          <p>
            {t('promisesLead', {
              percent: formatPercent(Math.round((kept / all) * 100), locale),
              days: DAYS_COUNTED,
            })}
          </p>
          <CountBars
            id="promises"
            title={t('promisesTitle')}
            locale={locale}
            counts={[
              { key: 'kept', label: t('kept'), count: kept },
              { key: 'broken', label: t('broken'), count: broken },
            ]}
            table={{ summary: t('table'), what: t('promise'), count: t('tasks') }}
          />
        </>
      )}
    </>
  )
}

function StumbleSection({ locale, team }: Props) {
  const t = textsOf(locale, 'team')
  const { month, sent, pages } = team.left
  return (
    <>
      <h2>{t('mistakes')}</h2>
      <p>{t('mistakesLead', { days: DAYS_COUNTED })}</p>
      {team.mistakes.length === 0 ? (
        <p>{t('noMistakes')}</p>
      ) : (
        <CountBars
          id="mistakes"
          title={t('mistakesTitle')}
          locale={locale}
          counts={team.mistakes.map(({ form, question, times }) => ({
            key: `${form} ${question}`,
            label: t('mistake', { form: t(`form.${form}`), question: labelOf(form, question, locale) }),
            count: times,
          }))}
          table={{ summary: t('table'), what: t('question'), count: t('times') }}
        />
      )}
      <h2>{t('left', { ofMonth: formatOfMonth(month, locale) })}</h2>
      <p>{t('leftLead')}</p>
      <CountBars
        id="left"
        title={t('leftTitle', { ofMonth: formatOfMonth(month, locale) })}
        locale={locale}
        counts={[
          { key: 'sent', label: t('sent'), count: sent },
          ...pages.map(({ page, count }) => ({
            key: page,
            label: t('leftAt', { page: textsOf(locale, 'statement')(`step.${page}`) }),
            count,
          })),
        ]}
        table={{ summary: t('table'), what: t('page'), count: t('statements') }}
      />
      <ApplicationsLeft locale={locale} left={team.applicationsLeft} />
    </>
  )
}

function ApplicationsLeft(props: { readonly locale: Locale; readonly left: TeamPage['applicationsLeft'] }) {
  const { locale, left } = props
  const t = textsOf(locale, 'team')
  return (
    <>
      <h2>{t('applicationsLeft')}</h2>
      <p>{t('applicationsLeftLead', { days: DAYS_COUNTED })}</p>
      <CountBars
        id="applications-left"
        title={t('applicationsLeftTitle', { days: DAYS_COUNTED })}
        locale={locale}
        counts={[
          { key: 'sent', label: t('sent'), count: left.sent },
          ...left.pages.map(({ page, count }) => ({
            key: page,
            label: t('leftAt', { page: pageName(page, locale) }),
            count,
          })),
        ]}
        table={{ summary: t('table'), what: t('page'), count: t('applications') }}
      />
    </>
  )
}

/** What a page of the application is called; its name when it is asked no more. */
function pageName(page: string, locale: Locale): string {
  const say = textsOf(locale, 'application') as unknown as Say
  if (page === 'start') return textsOf(locale, 'team')('pageStart')
  const key = page === 'declaration' ? 'section.check' : `page.${page}.short`
  // Counts are of a page, not of one child or one job.
  return say.has(key) ? say(key, { entry: '…' }) : page
}

/** Texts whose key is computed from a code. */
type Say = { (key: string, values?: Readonly<Record<string, string>>): string; has: (key: string) => boolean }

/** The words of a question, as the person reads them; its name when it has none of its own. */
function labelOf(form: TeamPage['mistakes'][number]['form'], question: string, locale: Locale): string {
  const say = textsOf(locale, form === 'application' ? 'application' : 'statement') as unknown as Say
  const keys = [`field.${question}.label`, `field.${question}`]
  const key = keys.find((one) => say.has(one) && typeof say(one) === 'string')
  return key ? say(key) : question
}
