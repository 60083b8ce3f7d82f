import type { ReactNode } from 'react'
import type { Instant } from '@/domain/calendar'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { taskPage } from '@/i18n/task-page'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Hidden } from '@/ui/Hidden'
import { Select } from '@/ui/Select'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { Column } from './asked'
import type { Colleague, Line } from './line'
import { colours, dueOf, nameOf, stateOf, whatOf, whyOf } from './words'
import styles from './worklist.module.css'

/** Tasks in a table, to open one, to take one, or to choose several and share them out. */
export function TaskTable<Shown extends Line>(props: {
  readonly id: string
  readonly locale: Locale
  readonly caption: string
  readonly lines: readonly Shown[]
  readonly columns: readonly Column[]
  /** Columns of this list alone, after the others. */
  readonly more?: readonly { readonly label: string; readonly cell: (line: Shown) => ReactNode }[]
  readonly colleagues: readonly Colleague[]
  readonly now: Instant
  readonly viewerId: string
  readonly formKey: string
  /** Where one comes back to. */
  readonly list: Readonly<Record<string, string>>
  /** It was not said to whom. */
  readonly wrong?: boolean
}) {
  const { id, locale, lines, columns, more = [], now, viewerId, formKey } = props
  const t = textsOf(locale, 'worklist')
  const prefix = id === 'list' ? '' : `${id}.`
  const cellOf: Readonly<Record<Column, (line: Line) => ReactNode>> = {
    file: (line) => line.fileNumber ?? line.receiptNumber ?? '',
    programme: (line) => (line.programme ? t(`programme.${line.programme}`) : ''),
    received: (line) => formatInstant(line.opened, locale),
    due: (line) => {
      const { text, past } = dueOf(locale, line, now)
      return past ? <Tag kind="error">{text}</Tag> : text
    },
    state: (line) => stateOf(locale, line),
    holder: (line) => line.holder?.name ?? t('nobody'),
  }
  const row = (line: Shown, index: number) => ({
    key: line.id,
    cells: [
      <TaskCell key="task" {...{ locale, line, viewerId }} id={`${prefix}task.${index}`} />,
      <>
        <Tag kind={colours[line.urgency]}>{t(`urgency.${line.urgency}`)}</Tag> {whyOf(locale, line)}
      </>,
      ...columns.map((column) => cellOf[column](line)),
      ...more.map(({ cell }) => cell(line)),
    ],
  })
  return (
    <Form action="/api/tasks/sharing" hidden={{ language: locale, formKey, ...props.list }}>
      <Table
        id={id}
        caption={props.caption}
        captionHidden
        stacks
        columns={[
          { label: t('column.task') },
          { label: t('column.why') },
          ...columns.map((column) => ({ label: t(`column.${column}`) })),
          ...more.map(({ label }) => ({ label })),
        ]}
        rows={lines.map(row)}
      />
      <fieldset className={styles.share}>
        <legend>{t('act')}</legend>
        <ButtonGroup>
          <Button name="verb" value="claim">
            {t('claim')}
          </Button>
          <Button kind="secondary" name="verb" value="release">
            {t('release')}
          </Button>
        </ButtonGroup>
        <Select
          name="assignee"
          id={`${prefix}assignee`}
          label={t('assignee')}
          empty={t('chooseColleague')}
          choices={props.colleagues.map((one) => ({ value: one.id, label: one.name }))}
          {...(props.wrong ? { error: t('told.noAssignee') } : {})}
        />
        <Button kind="secondary" name="verb" value="assign">
          {t('assign')}
        </Button>
      </fieldset>
    </Form>
  )
}

/** The checkbox of a task, the way to it, and the button that takes it while it is nobody's. */
function TaskCell(props: {
  readonly id: string
  readonly locale: Locale
  readonly line: Line
  readonly viewerId: string
}) {
  const { id, locale, line, viewerId } = props
  const t = textsOf(locale, 'worklist')
  const task = nameOf(locale, line)
  const value = `${line.id}:${line.version}`
  const corrected = line.filing && line.filing.kind === 'statement' && line.filing.version > 1
  return (
    <div className={styles.task}>
      <label className={styles.choice}>
        <input type="checkbox" id={id} name="task" value={value} />
        <Hidden>{t('choose', { task })}</Hidden>
      </label>
      <div>
        <a href={taskPage(locale, line)}>{line.names}</a>
        <br />
        {whatOf(locale, line)}
        {corrected && (
          <>
            <br />
            {t('corrected', { version: line.filing.version })}
          </>
        )}
        {line.holder?.id === viewerId && line.state === 'received' && (
          <>
            {' '}
            <Tag kind="info">{t('forYou')}</Tag>
          </>
        )}
        {line.state === 'received' && (
          <div>
            <button type="submit" name="take" value={value} className={styles.take}>
              {t('take')}
              <Hidden> {task}</Hidden>
            </button>
          </div>
        )}
      </div>
    </div>
  )
}
