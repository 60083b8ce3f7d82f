import type { ReactNode } from 'react'
import { statementItems } from '@/domain/decision/items'
import type { Benefit } from '@/domain/benefit/line'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import type { AnswerDifference } from '@/domain/statement/differences'
import type { MonthIncomeTold } from '@/domain/statement/income-over'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { FileDesk } from '@/server/file-desk'
import { IncomePanel } from './IncomePanel'
import { LooksPanel } from './LooksPanel'
import { NotesPanel } from './NotesPanel'
import { noteToldIn, verifyToldIn } from './schema'
import { Sections } from './Sections'
import { TimelinePanel } from './TimelinePanel'
import { timelineOf } from './timeline'
import { VerificationPanel } from './VerificationPanel'

/** What stands beside one statement, or one change: the same panels as the file's, about it alone where that is less. */
export function StatementDesk(props: {
  readonly locale: Locale
  readonly statement: {
    readonly id: string
    readonly householdId: string
    readonly answers: FiledAnswers
    readonly differences: readonly AnswerDifference[]
    readonly lateReason: string | null
    readonly income: readonly MonthIncomeTold[]
    readonly payment: Benefit | null
    readonly desk: FileDesk
  }
  readonly told: string
  readonly formKey: string
  readonly noteKey: string
  readonly drawBenefit: (benefit: Benefit) => ReactNode
}) {
  const { locale, statement, told, formKey } = props
  const { desk, payment } = statement
  const t = textsOf(locale, 'casefile')
  const [task] = desk.tasks
  return (
    <Sections
      label={t('jump')}
      sections={[
        ...(task
          ? [
              {
                id: 'verification',
                title: t('section.verification'),
                body: (
                  <VerificationPanel
                    locale={locale}
                    task={task}
                    items={statementItems(statement)}
                    answers={statement.answers}
                    formKey={formKey}
                    told={verifyToldIn(told)}
                  />
                ),
              },
            ]
          : []),
        ...(payment
          ? [{ id: 'calculation', title: t('section.payment'), body: props.drawBenefit(payment) }]
          : []),
        {
          id: 'income',
          title: t('section.income'),
          body: <IncomePanel locale={locale} income={statement.income} />,
        },
        {
          id: 'notes',
          title: t('section.notes'),
          body: (
            <NotesPanel
              locale={locale}
              action={`/api/households/${statement.householdId}/notes`}
              from={statement.id}
              notes={desk.notes}
              formKey={formKey}
              noteKey={props.noteKey}
              told={noteToldIn(told)}
            />
          ),
        },
        {
          id: 'timeline',
          title: t('section.timeline'),
          body: <TimelinePanel locale={locale} entries={timelineOf(locale, { desk })} />,
        },
        { id: 'looks', title: t('section.looks'), body: <LooksPanel locale={locale} looks={desk.looks} /> },
      ]}
    />
  )
}
