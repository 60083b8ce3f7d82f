import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Checkboxes } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Select } from '@/ui/Select'
import type { HandOver, HeldTask } from './queries'
import type { TeamNote } from './schema'

/** The tasks of one member of the office, or of nobody yet: ticked, and given to another. */
export function HandOverView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly handOver: HandOver
  readonly note: TeamNote | undefined
  /** How many were given, and how many someone moved meanwhile. */
  readonly moved: number
  readonly left: number
}) {
  const { locale, handOver, note } = props
  const t = textsOf(locale, 'team')
  const fields = { none: 'task', 'nobody-chosen': 'to', 'no-such-colleague': 'to' } as const
  const wrong = note && note !== 'moved' ? { field: fields[note], text: t(`note.${note}`) } : null
  const errorOf = (field: string) => (wrong?.field === field ? { error: wrong.text } : {})
  const movable = handOver.tasks.filter((task) => task.movable)
  const held = handOver.tasks.filter((task) => !task.movable)
  return (
    <>
      {wrong && <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={[wrong]} />}
      <BackLink href={paths.team(locale)}>{t('title')}</BackLink>
      <PageTitle>{handOver.name ? t('handOver', { name: handOver.name }) : t('handOverNobody')}</PageTitle>
      {note === 'moved' && (
        <Notice kind="success" title={t('note.moved', { count: props.moved })}>
          {props.left > 0 && <p>{t('leftBehind', { count: props.left })}</p>}
        </Notice>
      )}
      {movable.length === 0 ? (
        <p>{t('nothingToGive')}</p>
      ) : (
        <Form
          action="/api/team/reassignment"
          hidden={{ language: locale, formKey: props.formKey, from: handOver.from }}
        >
          <Checkboxes
            name="task"
            label={t('choose')}
            hint={t('chooseHint')}
            choices={movable.map((task) => ({
              value: `${task.id}.${task.version}`,
              label: taskLabel(task, locale),
            }))}
            {...errorOf('task')}
          />
          <Select
            name="to"
            label={t('to')}
            empty={t('chooseOne')}
            choices={handOver.others.map(({ id, name, role }) => ({
              value: id,
              label: t('colleague', { name, role: textsOf(locale, 'trail')(`role.${role}`) }),
            }))}
            {...errorOf('to')}
          />
          <ButtonGroup>
            <Button>{t('give')}</Button>
          </ButtonGroup>
        </Form>
      )}
      {handOver.more && <p>{t('more', { count: handOver.tasks.length })}</p>}
      {held.length > 0 && (
        <>
          <h2>{t('held')}</h2>
          <p>{t('heldText')}</p>
          <ul>
            {held.map((task) => (
              <li key={task.id}>
                {taskLabel(task, locale)} · {textsOf(locale, 'opening')(`stateOf.${task.state}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function taskLabel(task: HeldTask, locale: Locale): string {
  const t = textsOf(locale, 'team')
  const opening = textsOf(locale, 'opening')
  const values = {
    kind: opening(`kind.${task.kind}`),
    since: formatInstant(task.openedAt, locale),
    number: task.fileNumber ?? '',
    due: task.dueAt ? formatInstant(task.dueAt, locale) : '',
  }
  const about = task.fileNumber ? t('taskOfFile', values) : t('task', values)
  return task.dueAt ? t('taskDue', { about, due: values.due }) : about
}
