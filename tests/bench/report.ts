import { say } from '../../src/setup/say.mjs'
import type { OpenFigure } from './open-load'
import type { Weight } from './pages'
import { linesOf, verdict, type Figure } from './table'

/** Everything one run found, as it is written to the file. */
export type Findings = {
  readonly households: readonly number[]
  readonly month: string
  readonly load: { readonly before: number; readonly after: number }
  readonly figures: readonly (Figure & { readonly of: string | null; readonly ratio: number | null })[]
  readonly pages: readonly PageFinding[]
  readonly growth: readonly GrowthFinding[]
  readonly open: (OpenFigure & { readonly perSecond: number }) | null
}
export type PageFinding = {
  readonly name: string
  /** `scriptBeyond` is what the framework's own empty page does not load. Null for what is not a page. */
  readonly weight: (Weight & { readonly scriptBeyond: number }) | null
  /** Asked of the database for one visit. */
  readonly questions: number
}
export type GrowthFinding = {
  readonly name: string
  readonly perSecond: readonly number[]
  readonly growth: number
  /** Blocks of the database one visit touches, in each town; empty where it was not counted. */
  readonly blocks: readonly number[]
}

const count = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1))
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** Prints the tables, then each target with its verdict. */
export function print(findings: Findings): void {
  const { figures, pages, growth, open, households } = findings
  table(
    ['', 'per s', 'p50 ms', 'p99 ms', 'bytes', 'errors', 'ratio'],
    figures.map((figure) => [
      figure.name,
      count(figure.perSecond),
      count(figure.p50),
      count(figure.p99),
      figure.bytes > 0 ? figure.bytes.toFixed(0) : '',
      String(figure.errors),
      figure.ratio === null ? '' : `${figure.ratio.toFixed(3)} of ${figure.of}`,
    ]),
  )
  table(
    ['', 'HTML', 'gzip', 'scripts gzip', 'beyond the framework', 'database queries'],
    pages.map(({ name, weight, questions }) => [
      name,
      weight ? kilobytes(weight.html) : '',
      weight ? kilobytes(weight.htmlGzip) : '',
      weight ? kilobytes(weight.scriptGzip) : '',
      weight ? kilobytes(weight.scriptBeyond) : '',
      String(questions),
    ]),
  )
  if (growth.length > 0) {
    table(
      ['', `per s at ${households[0]}`, `at ${households.at(-1)}`, 'growth', 'blocks', 'then'],
      growth.map(({ name, perSecond, growth: times, blocks }) => [
        name,
        ...perSecond.map(count),
        times.toFixed(2),
        ...blocks.map((touched) => touched.toFixed(0)),
      ]),
    )
  }
  if (open) {
    table(
      [`${open.perSecond} a second, ${open.seconds.toFixed(0)} s`, 'p50 ms', 'p99 ms', 'longest ms'],
      Object.entries(open.steps).map(([step, { p50, p99, max }]) => [
        step,
        count(p50),
        count(p99),
        count(max),
      ]),
    )
    say(`${open.arrivals} people came, ${open.filed} filed, ${open.errors} errors`)
    for (const reason of open.reasons) say(`  ${reason}`)
  }
  say('')
  for (const line of targetsOf(findings)) say(line)
  say(
    `Load of the machine: ${findings.load.before.toFixed(2)} before, ${findings.load.after.toFixed(2)} after`,
  )
}

function targetsOf({ figures, pages, growth, open }: Findings): string[] {
  const ratio = (name: string) => figures.find((figure) => figure.name === name)?.ratio ?? NaN
  const filing = ratio('a filing, whole')
  const statement = ratio('statement page')
  const script = Math.max(...pages.map((page) => page.weight?.scriptBeyond ?? 0))
  const lines = [
    `${verdict(filing, { atLeast: 0.25 })}: a filing is ${filing.toFixed(3)} of the bare inserts (0.25)`,
    `${verdict(statement, { atLeast: 0.5 })}: the statement page is ${statement.toFixed(3)} of the framework's empty page (0.5)`,
    `${verdict(script, { atMost: 25_000 })}: ${kilobytes(script)} of script beyond the framework at most (25 kB)`,
  ]
  if (growth.length > 0) {
    const most = Math.max(...growth.map((page) => page.growth))
    lines.push(
      `${verdict(most, { atMost: 1.1 })}: the page that grows most grows ${most.toFixed(2)} times (1.1)`,
    )
  }
  if (open) {
    const slowest = Math.max(...Object.values(open.steps).map((step) => step.p99))
    const held = open.errors === 0 ? verdict(slowest, { atMost: 500 }) : 'missed'
    lines.push(
      `${held}: ${open.perSecond} filings a second, p99 ${slowest.toFixed(0)} ms (500), ${open.errors} errors (0)`,
    )
  }
  return lines
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): void {
  say('')
  for (const line of linesOf(header, rows)) say(line)
}
