/** The failed cases of Playwright's record, by name: one that passed at its second try failed too. */
export function failedJourneys(suites = []) {
  return suites.flatMap((suite) => [
    ...failedJourneys(suite.suites),
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
      .map(({ file, line, title, tests }) => {
        const errors = tests.flatMap(({ results }) => results).flatMap((result) => result.errors ?? [])
        return told(`tests/e2e/${file}:${line}: ${title}`, errors)
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

/** The name of what failed, and where to look. */
export const told = (name, errors) =>
  [name, ...errors.map(({ message, stack }) => firstLines(stack ?? message ?? ''))].join('\n')
