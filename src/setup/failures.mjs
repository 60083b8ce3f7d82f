import { relative } from 'node:path'
import { root } from './places.mjs'

/** Names and first lines of what failed, from Vitest's record. */
export function failedCases(result) {
  return (result?.testResults ?? []).flatMap((file) => {
    const name = relative(root, file.name)
    const cases = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => told(`${name}: ${fullName}`, failureMessages))
    // A file that cannot be loaded, or prepared, fails no case of its own, yet it fails.
    return cases.length > 0 || file.status !== 'failed' ? cases : [told(name, [file.message])]
  })
}

/** The same from Playwright's record: a case that passed at its second try failed too. */
export function failedJourneys(suites = []) {
  return suites.flatMap((suite) => [
    ...failedJourneys(suite.suites),
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
      .map(({ file, line, title, tests }) => {
        const errors = tests.flatMap(({ results }) => results).flatMap((result) => result.errors ?? [])
        return told(
          `tests/e2e/${file}:${line}: ${title}`,
          errors.map(({ message }) => message ?? ''),
        )
      }),
  ])
}

/** What is enough of a message to know where to look. */
export const firstLines = (text) =>
  text
    .trim()
    .split('\n')
    .slice(0, 15)
    .map((line) => `  ${line}`)
    .join('\n')

const told = (name, messages) => [name, ...messages.map(firstLines)].join('\n')
