import { readFileSync } from 'node:fs'
import { say } from '../../src/setup/say.mjs'
import { linesOf } from '../bench/table'
import { casesOf, type CaseFile } from './cases'
import { judge, type Verdict } from './judge'
import { check, publishedFigures } from './published'

/*
 * `npm run verify:entitlements -- FILE…`: our functions beside calculators nobody here wrote, by calculator and year.
 * Then every figure that was published. Ends with an error when a difference is not explained. The form of a file:
 * `cases.ts`.
 */
const files = process.argv.slice(2)
if (files.length === 0) {
  say('Name the case files: npm run verify:entitlements -- tests/entitlements/sample.json')
  process.exit(2)
}
const verdicts = files.flatMap((file) =>
  casesOf(JSON.parse(readFileSync(file, 'utf8')) as CaseFile).map(judge),
)

const groups = new Map<string, Verdict[]>()
for (const verdict of verdicts) {
  const name = `${verdict.one.oracle} ${verdict.one.year}`
  groups.set(name, [...(groups.get(name) ?? []), verdict])
}
const count = (some: readonly Verdict[], outcome: Verdict['outcome']) =>
  String(some.filter((verdict) => verdict.outcome === outcome).length)
for (const line of linesOf(
  ['', 'cases', 'equal', 'explained', 'unexplained'],
  [...groups].map(([name, some]) => [
    name,
    String(some.length),
    count(some, 'equal'),
    count(some, 'explained'),
    count(some, 'unexplained'),
  ]),
))
  say(line)

say('')
for (const { one, ours, cents, because, outcome } of verdicts.filter(({ outcome }) => outcome !== 'equal')) {
  const why = outcome === 'explained' ? because.join(' + ') : `unexplained (${one.comparability})`
  say(
    `${one.id}: ours ${dollars(ours)}, theirs ${dollars(one.expected.monthlyCents)}, ${dollars(cents)}: ${why}`,
  )
}
const unexplained = verdicts.filter(({ outcome }) => outcome === 'unexplained')
say(`${verdicts.length} cases, ${unexplained.length} unexplained`)

const wrong = publishedFigures.filter((one) => !check(one).isEqual)
for (const one of wrong) {
  const { ours } = check(one)
  say(
    `${one.what}: ours ${ours === null ? 'none' : dollars(ours)}, published ${dollars(one.monthlyCents)} (${one.source})`,
  )
}
say(`${publishedFigures.length} published figures, ${wrong.length} different`)
process.exitCode = unexplained.length + wrong.length === 0 ? 0 : 1

function dollars(amount: number): string {
  return (amount / 100).toFixed(2)
}
