import type { ReactNode } from 'react'
import { statementItems } from '@/domain/decision/items'
import type { BenefitResult } from '@/domain/benefit/line'
import { formatDay, formatInstant, formatMonth, formatOfMonth, formatList } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { DeskTask } from '@/server/file-desk'
import { BackLink } from '@/ui/BackLink'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { DocumentsPanel } from './DocumentsPanel'
import { HouseholdPanel } from './HouseholdPanel'
import { IncomePanel } from './IncomePanel'
import { LooksPanel } from './LooksPanel'
import { MonthsPanel, type DrawDifferences } from './MonthsPanel'
import { NotesPanel } from './NotesPanel'
import { Sections } from './Sections'
import { TasksPanel } from './TasksPanel'
import { TimelinePanel } from './TimelinePanel'
import { timelineOf } from './timeline'
import type { OfficeFile } from './queries'
import type { NoteTold } from './schema'

/**
 * A household's file on one screen. What it does not know is drawn by who does: the differences and the lines of a
 * benefit in the person's words, the moves of a task, the messages.
 */
export function FileView(props: {
  readonly locale: Locale
  readonly file: OfficeFile
  /** The document that is open in the page. */
  readonly open: string
  readonly told: NoteTold | null
  readonly formKey: string
  readonly noteKey: string
  readonly drawDifferences: DrawDifferences
  readonly drawBenefit: (benefit: BenefitResult) => ReactNode
  readonly act?: (task: DeskTask) => ReactNode
  /** What can be done with the whole file: file with the person, give an access code. */
  readonly actions?: ReactNode
  readonly messages?: ReactNode
}) {
  const { locale, file } = props
  const { household, desk } = file
  const t = textsOf(locale, 'casefile')
  const here = paths.officeFile(locale, household.id)
  const ofMonth = formatOfMonth(file.next.benefit.month, locale)
  const adults = household.people.filter(({ role }) => role === 'adult').map(({ name }) => name)
  return (
    <>
      <BackLink href={paths.officeFiles(locale)}>{t('back')}</BackLink>
      <PageTitle caption={t('caption', { number: household.fileNumber })}>
        {adults.length > 0 ? formatList(adults, locale) : t('title')}
      </PageTitle>
      <Flags locale={locale} file={file} />
      {file.lookedBefore && <p>{t('lookedBefore', { instant: formatInstant(file.lookedBefore, locale) })}</p>}
      {props.actions}
      <Sections
        label={t('jump')}
        sections={[
          {
            id: 'tasks',
            title: t('section.tasks'),
            body: (
              <TasksPanel
                locale={locale}
                tasks={desk.tasks}
                itemsOf={itemsIn(file)}
                {...(props.act ? { act: props.act } : {})}
              />
            ),
          },
          {
            id: 'household',
            title: t('section.household'),
            body: <HouseholdPanel locale={locale} file={file} />,
          },
          {
            id: 'calculation',
            title: t('section.calculation'),
            body: (
              <>
                <p>
                  {file.next.isEnded
                    ? t('calculation.ended', { ofMonth })
                    : t('calculation.lead', { ofMonth, day: formatDay(file.next.paidOn, locale) })}
                </p>
                {!file.next.isEnded && props.drawBenefit(file.next.benefit)}
              </>
            ),
          },
          {
            id: 'months',
            title: t('section.months'),
            body: <MonthsPanel locale={locale} months={file.months} draw={props.drawDifferences} />,
          },
          {
            id: 'income',
            title: t('section.income'),
            body: <IncomePanel locale={locale} income={file.income} />,
          },
          {
            id: 'documents',
            title: t('section.documents'),
            body: (
              <DocumentsPanel locale={locale} documents={household.documents} here={here} open={props.open} />
            ),
          },
          {
            id: 'notes',
            title: t('section.notes'),
            body: (
              <NotesPanel
                locale={locale}
                action={`/api/households/${household.id}/notes`}
                notes={desk.notes}
                formKey={props.formKey}
                noteKey={props.noteKey}
                told={props.told}
              />
            ),
          },
          ...(props.messages ? [{ id: 'messages', title: t('section.messages'), body: props.messages }] : []),
          {
            id: 'timeline',
            title: t('section.timeline'),
            body: (
              <TimelinePanel
                locale={locale}
                entries={timelineOf(locale, { ...household, desk })}
                newSince={file.lookedBefore}
              />
            ),
          },
          { id: 'looks', title: t('section.looks'), body: <LooksPanel locale={locale} looks={desk.looks} /> },
        ]}
      />
    </>
  )
}

/** What there is to verify of a task about something that was filed; null of the others. */
const itemsIn =
  ({ household, months }: OfficeFile) =>
  ({ subjectId }: DeskTask) => {
    const filing = household.filings.find(({ id }) => id === subjectId)
    const differences = months.find((month) => month.filing?.id === subjectId)?.differences ?? []
    return filing ? statementItems({ ...filing, differences }) : null
  }

/** What must be known before anything else. */
function Flags({ locale, file }: { readonly locale: Locale; readonly file: OfficeFile }) {
  const t = textsOf(locale, 'casefile.flag')
  const missing = file.months
    .filter(({ state }) => state === 'late')
    .map(({ month }) => formatMonth(month, locale))
  return (
    <>
      {file.months
        .filter(({ disagrees }) => disagrees)
        .map(({ month }) => (
          <Notice
            key={month}
            kind="error"
            title={t('disagrees', { ofMonth: formatOfMonth(month, locale) })}
          />
        ))}
      {file.household.closing && (
        <Notice
          kind="warning"
          title={t('closed', { ofMonth: formatOfMonth(file.household.closing.fromMonth, locale) })}
        >
          <p>
            <a href={paths.officeDecision(locale, file.household.closing.decisionId)}>
              {t('closedDecision')}
            </a>
          </p>
        </Notice>
      )}
      {file.household.frozen && <Notice kind="warning" title={t('frozen')} />}
      {missing.length > 0 && (
        <Notice kind="warning" title={t('late', { months: formatList(missing, locale) })} />
      )}
    </>
  )
}
