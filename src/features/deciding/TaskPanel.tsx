import type { ReactNode } from 'react'
import { isReason } from '@/domain/decision/reasons'
import type { Verb } from '@/domain/decision/transitions'
import { formatDay, formatInstant, formatList } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup, ButtonLink } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { Timeline } from '@/ui/Steps'
import { SummaryList } from '@/ui/SummaryList'
import { Tag, type TagKind } from '@/ui/Tag'
import type { TaskEvent, TaskPanelData } from './queries'
import styles from './deciding.module.css'
import { moveName } from './move-name'
import type { Note } from './words'

const colours: Record<TaskPanelData['state'], TagKind> = {
  received: 'info',
  claimed: 'info',
  waiting: 'neutral',
  onHold: 'warning',
  proposed: 'warning',
  decided: 'success',
  closed: 'neutral',
  withdrawn: 'neutral',
}

/** Moves that a button alone makes; the others have a form of their own. Of a file that was given, to accept is one. */
const byButton: readonly Verb[] = ['claim', 'release', 'resume', 'second', 'undo', 'close']
const isByButton = (task: TaskPanelData, verb: Verb): boolean =>
  byButton.includes(verb) || (task.kind === 'document' && verb === 'accept')

/** A task on the page of what it is about: where it stands, what can be done with it, what was done. */
export function TaskPanel(props: {
  readonly locale: Locale
  readonly task: TaskPanelData
  readonly note: Note | null
  readonly formKey: string
  /** The page is that of the decision: it is read there already. */
  readonly isDecisionShown?: boolean
}) {
  const { locale, task, note, isDecisionShown } = props
  const t = textsOf(locale, 'deciding')
  return (
    <section id="task" className={styles.panel} aria-labelledby="task-title">
      <h2 id="task-title">{t('panel.title')}</h2>
      {note && 'done' in note && <Notice kind="success" title={t(`done.${note.done}`)} asideOfHeadings />}
      {note && 'refused' in note && (
        <Notice kind="error" title={t(`refusal.${note.refused as 'notYours'}.title`)} asideOfHeadings>
          <p>{t(`refusal.${note.refused as 'notYours'}.text`)}</p>
        </Notice>
      )}
      <SummaryList rows={factsOf(locale, task, isDecisionShown === true)} />
      <Actions {...props} />
      <Unsent locale={locale} task={task} />
      <Details summary={t('panel.history')} open={note !== null && 'refused' in note}>
        <History locale={locale} events={task.events} />
      </Details>
    </section>
  )
}

function factsOf(locale: Locale, task: TaskPanelData, isDecisionShown: boolean) {
  const t = textsOf(locale, 'deciding')
  const row = (term: string, value: ReactNode) => ({ term, value })
  const { holder, decision, until, dueAt } = task
  const moment = decision?.leavesAt ? formatInstant(decision.leavesAt, locale) : ''
  return [
    row(t('panel.where'), <Tag kind={colours[task.state]}>{t(`state.${task.state}`)}</Tag>),
    row(t('panel.holder'), holder === null ? t('panel.nobody') : holder.mine ? t('panel.you') : holder.name),
    ...(until ? [row(t('panel.until'), formatDay(until, locale))] : []),
    ...(dueAt ? [row(t('panel.due'), formatInstant(dueAt, locale))] : []),
    ...(decision
      ? [
          row(
            t('panel.decision'),
            <>
              <p>
                {t('panel.decisionLine', {
                  outcome: t(`outcome.${decision.outcome}`),
                  name: decision.by,
                  number: decision.number,
                })}
              </p>
              <p>
                {moment === ''
                  ? t('panel.waitsSecond')
                  : t(decision.hasLeft ? 'panel.left' : 'panel.leaves', { instant: moment })}
              </p>
              {!isDecisionShown && (
                <p>
                  <a href={paths.officeDecision(locale, decision.id)}>
                    {t(decision.hasLeft ? 'panel.readLeft' : 'panel.read')}
                  </a>
                </p>
              )}
            </>,
          ),
        ]
      : []),
  ]
}

function Actions(props: { readonly locale: Locale; readonly task: TaskPanelData; readonly formKey: string }) {
  const { locale, task, formKey } = props
  const t = textsOf(locale, 'deciding')
  if (task.verbs.length === 0) return <p>{t('panel.noActions')}</p>
  const forms = task.verbs.filter((verb) => !isByButton(task, verb))
  const buttons = task.verbs.filter((verb) => isByButton(task, verb))
  const { id, version, key, unfinished } = task
  return (
    <>
      <h3>{t('panel.actions')}</h3>
      {unfinished && task.verbs.includes(unfinished.verb) && (
        <p>
          {t('panel.unfinished', { verb: t(`verb.${unfinished.verb}`) })}{' '}
          <a href={paths.officeMove(locale, moveName(id, unfinished.verb))}>{t('panel.resumeForm')}</a>
        </p>
      )}
      {buttons.length > 0 && (
        <Form
          action={`/api/tasks/${id}/moves`}
          hidden={{ language: locale, formKey, version: String(version), key }}
          label={t('panel.actions')}
        >
          <ButtonGroup>
            {buttons.map((verb, index) => (
              <Button key={verb} kind={index === 0 ? 'primary' : 'secondary'} name="verb" value={verb}>
                {t(`verb.${verb}`)}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
      )}
      {forms.length > 0 && (
        <ButtonGroup>
          {forms.map((verb) => (
            <ButtonLink key={verb} kind="secondary" href={paths.officeMove(locale, moveName(id, verb))}>
              {t(`verb.${verb}`)}
            </ButtonLink>
          ))}
        </ButtonGroup>
      )}
    </>
  )
}

/** What was typed for a move that is not possible any more: no form shows it, and it is not lost. */
function Unsent({ locale, task }: { readonly locale: Locale; readonly task: TaskPanelData }) {
  const { unfinished, verbs } = task
  if (!unfinished || verbs.includes(unfinished.verb)) return null
  const t = textsOf(locale, 'deciding')
  const said = (name: string) => (unfinished.fields[name] ?? '').trim()
  const rows = [
    { term: t('form.words.person'), value: said('words') },
    { term: t('form.note'), value: said('note') },
    { term: t('form.amount'), value: said('amount') },
    { term: t('form.reasons'), value: reasonsSaid(locale, said('reasons')) },
  ].filter(({ value }) => value !== '')
  if (rows.length === 0) return null
  return (
    <Details summary={t('panel.typed')} open>
      <SummaryList rows={rows.map(({ term, value }) => ({ term, value: <span dir="auto">{value}</span> }))} />
    </Details>
  )
}

function reasonsSaid(locale: Locale, typed: string): string {
  const t = textsOf(locale, 'deciding')
  return formatList(
    typed
      .split(' ')
      .filter(isReason)
      .map((code) => t(`reason.${code}`)),
    locale,
  )
}

/** What was done, the latest first: whoever comes second sees what the first did. */
function History({ locale, events }: { readonly locale: Locale; readonly events: readonly TaskEvent[] }) {
  const t = textsOf(locale, 'deciding')
  if (events.length === 0) return <p>{t('panel.noHistory')}</p>
  const nameOf = (verb: string) =>
    t.has(`done.${verb}` as 'done.claim') ? t(`done.${verb}` as 'done.claim') : verb
  return (
    <Timeline
      events={events.map((event) => ({
        key: event.id,
        when: formatInstant(event.at, locale),
        title: t('panel.eventLine', { verb: nameOf(event.verb), name: event.by ?? t('panel.machine') }),
        children: (
          <>
            {event.reasons.length > 0 && (
              <p>
                {t('panel.reasons')}{' '}
                {formatList(
                  event.reasons.map((code) => t(`reason.${code}`)),
                  locale,
                )}
              </p>
            )}
            {event.words && <p dir="auto">{event.words}</p>}
            {event.note && (
              <p dir="auto">
                {t('panel.note')} {event.note}
              </p>
            )}
          </>
        ),
      }))}
    />
  )
}
