import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Hidden } from './Hidden'
import styles from './table.module.css'

/** `numeric` aligns figures on the right; `short` keeps a number, a tag or an hour on one line. */
type Column = { readonly label: ReactNode; readonly numeric?: boolean; readonly short?: boolean }

/** A row: its first cell is its heading. */
export type TableRow = { readonly key: string; readonly cells: readonly ReactNode[] }

/**
 * Figures in rows and columns. On a narrow screen it scrolls inside its own frame, which the keyboard can
 * reach; or, when it `stacks`, each row becomes its heading over its cells, each under the label of its column.
 * `id` must be unique on the page; it ties the frame to the caption.
 */
export function Table(props: {
  readonly id: string
  readonly caption: ReactNode
  readonly captionHidden?: boolean
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  readonly foot?: TableRow
  readonly stacks?: boolean
}) {
  const caption = `${props.id}.caption`
  // A table whose parts are laid out otherwise is no table any more for some screen readers, unless it is said again.
  const as = (role: string) => (props.stacks ? role : undefined)
  const row = ({ key, cells }: TableRow) => (
    <tr key={key} role={as('row')}>
      {cells.map((cell, index) => {
        const className = classOf(props.columns[index])
        return index === 0 ? (
          <th key={index} scope="row" role={as('rowheader')} className={className}>
            {cell}
          </th>
        ) : (
          <td key={index} role={as('cell')} className={className}>
            {props.stacks && (
              <span className={styles.label} aria-hidden="true">
                {props.columns[index]?.label}
              </span>
            )}
            {cell}
          </td>
        )
      })}
    </tr>
  )
  return (
    <div className={styles.frame} role="region" aria-labelledby={caption} tabIndex={0}>
      <table role={as('table')} className={classNames(styles.table, props.stacks && styles.stacks)}>
        <caption id={caption} className={classNames(!props.captionHidden && styles.caption)}>
          {props.captionHidden ? <Hidden>{props.caption}</Hidden> : props.caption}
        </caption>
        <thead role={as('rowgroup')}>
          <tr role={as('row')}>
            {props.columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                role={as('columnheader')}
                className={column.numeric ? styles.numeric : undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={as('rowgroup')}>{props.rows.map(row)}</tbody>
        {props.foot && <tfoot>{row(props.foot)}</tfoot>}
      </table>
    </div>
  )
}

function classOf(column: Column | undefined): string | undefined {
  return column?.numeric ? styles.numeric : column?.short ? styles.short : undefined
}
