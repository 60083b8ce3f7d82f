import type { ReactNode } from 'react'
import { Tag } from './Tag'
import type { TagKind } from './Tag'
import styles from './task-list.module.css'

/** One thing to do: without `href` it cannot be opened yet, and its status says why. */
export type Task = {
  readonly href?: string
  readonly title: ReactNode
  readonly hint?: ReactNode
  readonly status: { readonly kind: TagKind; readonly text: string }
}

/** What is to do, started and done. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className={styles.list}>
      {tasks.map((task, index) => (
        <li key={index} className={styles.task}>
          <div className={styles.words}>
            {task.href ? (
              <a className={styles.link} href={task.href}>
                {task.title}
              </a>
            ) : (
              <span className={styles.link}>{task.title}</span>
            )}
            {task.hint && <div className={styles.hint}>{task.hint}</div>}
          </div>
          <div className={styles.status}>
            <Tag kind={task.status.kind}>{task.status.text}</Tag>
          </div>
        </li>
      ))}
    </ul>
  )
}
