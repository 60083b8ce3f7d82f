import type { ReactNode } from 'react'
import { progressOf, type Item } from '@/domain/decision/items'
import type { Day } from '@/domain/calendar'
import type { TaskState } from '@/domain/decision/task'
import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { DeskTask } from '@/server/file-desk'
import { Tag, type TagKind } from '@/ui/Tag'
import styles from './file.module.css'
import { taskHref, taskName } from './words'

const colours: Readonly<Record<TaskState, TagKind>> = {
  received: 'warning',
  claimed: 'info',
  waiting: 'neutral',
  onHold: 'warning',
  proposed: 'info',
  decided: 'success',
  closed: 'neutral',
  withdrawn: 'neutral',
}

/**
 * What waits for the office in this file, each with who has it, and what can be done with it (`act`, drawn by who knows
 * the moves). `itemsOf` says what there is to verify, where that is known.
 */
export function TasksPanel(props: {
  readonly locale: Locale
  readonly tasks: readonly DeskTask[]
  readonly itemsOf?: (task: DeskTask) => readonly Item[] | null
  readonly act?: (task: DeskTask) => ReactNode
}) {
  const { locale } = props
  const t = textsOf(locale, 'casefile.task')
  const living = props.tasks.filter(({ isOver }) => !isOver)
  if (living.length === 0) return <p>{t('none')}</p>
  return (
    <ul className={styles.plain}>
      {living.map((task) => {
        const href = taskHref(locale, task)
        const name = taskName(locale, task)
        const items = props.itemsOf?.(task) ?? null
        const progress = items && progressOf(items, task.verified)
        return (
          <li key={task.id} className={styles.entry}>
            <div className={styles.line}>
              <strong>{href ? <a href={href}>{name}</a> : name}</strong>
              <Tag kind={colours[task.state]}>{t(`state.${task.state}`)}</Tag>
            </div>
            <div className={styles.small}>
              {[
                task.agent ? t('agent', { name: task.agent }) : t('nobody'),
                t('opened', { instant: formatInstant(task.openedAt, locale) }),
                ...(task.dueAt ? [t('due', { instant: formatInstant(task.dueAt, locale) })] : []),
                ...(task.untilDay ? [t('until', { day: formatDay(task.untilDay as Day, locale) })] : []),
                ...(progress && items.length > 0
                  ? [
                      t('progress', { verified: progress.verified, count: items.length }),
                      t('unproved', { count: progress.unproved }),
                    ]
                  : []),
              ].join(' · ')}
            </div>
            {props.act?.(task)}
          </li>
        )
      })}
    </ul>
  )
}
