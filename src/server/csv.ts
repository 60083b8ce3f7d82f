/*
 * Lines of a file for spreadsheets. What a person typed may be a formula to a program that opens it: such a cell begins
 * with an apostrophe, which every spreadsheet takes for "this is text".
 */

/** What comes first in the file, so that accents are read as they are. */
export const CSV_START = '\uFEFF'

/** What a cell must not begin with: `= + - @`, their wide forms, and what is skipped before them. */
const formula = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^[\t\r\n]/u

/** A line: every cell quoted, separated by semicolons, which both languages' spreadsheets read. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(';')}\r\n`
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = value.replace(/\0/g, '')
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
