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
 * reach. `id` must be unique on the page; it ties the frame to the caption.
 */
export function Table(props: {
  readonly id: string
  readonly caption: ReactNode
  readonly captionHidden?: boolean
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  readonly foot?: TableRow
}) {
  const caption = `${props.id}.caption`
  const row = ({ key, cells }: TableRow) => (
    <tr key={key}>
      {cells.map((cell, index) => {
        const className = classOf(props.columns[index])
        return index === 0 ? (
          <th key={index} scope="row" className={className}>
            {cell}
          </th>
        ) : (
          <td key={index} className={className}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
  return (
    <div className={styles.frame} role="region" aria-labelledby={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption id={caption} className={classNames(!props.captionHidden && styles.caption)}>
          {props.captionHidden ? <Hidden>{props.caption}</Hidden> : props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th key={index} scope="col" className={column.numeric ? styles.numeric : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.rows.map(row)}</tbody>
        {props.foot && <tfoot>{row(props.foot)}</tfoot>}
      </table>
    </div>
  )
}

function classOf(column: Column | undefined): string | undefined {
  return column?.numeric ? styles.numeric : column?.short ? styles.short : undefined
}
