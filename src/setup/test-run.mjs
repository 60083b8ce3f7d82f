import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand, stopCommands, toolEnv } from './command.mjs'
import { failedJourneys, firstLines } from './failures.mjs'
import { installPackages } from './install.mjs'
import { dataFolder, inProject } from './places.mjs'
import { explain, say, step } from './say.mjs'

const bin = {
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  next: 'next/dist/bin/next',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
}

/** Suites that need neither database nor build. `domain` runs in two time zones: a day must not depend on it. */
const plain = ['domain', 'i18n', 'architecture', 'ui']
const notSuites = ['support', 'e2e', 'bench']

const total = { passed: 0, failed: 0 }
/** What failed, told again at the end: of a long output often only the end is kept. */
const failures = []
let leaveCluster = async () => {}
let discardFaults = async () => {}

/**
 * `npm test`: everything, from nothing. Ends with `N passed, N failed`.
 * `npm test -- domain e2e` (or `--only=domain,e2e`) runs these only: format, types, lint, unused, any folder of
 * tests/. `--long` gives the faults, the fuzz, the matrix of viewers and the walk through every page their full length.
 * @param {string[]} args
 */
export async function run(args) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
  const wanted = args
    .flatMap((arg) => arg.replace(/^--only=/, '').split(','))
    .filter((arg) => !arg.startsWith('--'))
  const isWanted = (name) => wanted.length === 0 || wanted.includes(name)
  try {
    await installPackages()
    const { generateClient } = await import('./build.mjs')
    await generateClient()
    const suites = suitesToRun(isWanted)
    // The tools keep one core busy, hardly two.
    await Promise.all([checkTools(isWanted), plainSuites(suites)])
    await otherSuites(suites, args.includes('--long'))
  } catch (error) {
    explain(error)
    total.failed += 1
  } finally {
    await leaveCluster()
  }
  if (failures.length > 0) say(`\nWhat failed:\n${failures.join('\n')}`)
  say(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
}

async function stop() {
  stopCommands()
  await Promise.allSettled([leaveCluster(), discardFaults()])
  process.exit(130)
}

/** Format, types, lint and unused code: each counts for one. */
async function checkTools(isWanted) {
  const next = { QUINZE_BUILD_DIR: '.next-test' }
  const tools = [
    ['format', 'Format (Prettier)', [['prettier', '--check', '--log-level=warn', '.']]],
    [
      'types',
      'Types (TypeScript)',
      [
        ['next', 'typegen'],
        ['tsc', '--noEmit', '-p', 'tests/tsconfig.json'],
      ],
    ],
    ['lint', 'Lint (ESLint)', [['eslint', '--config', 'tests/eslint.config.mjs', '--max-warnings=0', '.']]],
    ['unused', 'Unused code (Knip)', [['knip', '--config', 'tests/knip.json']]],
  ]
  for (const [name, title, commands] of tools) {
    if (!isWanted(name)) continue
    const passed = await step(title, async () => {
      for (const [tool, ...args] of commands) {
        const { code, output } = await node([bin[tool], ...args], { env: { ...toolEnv(), ...next } })
        if (code === 0) continue
        say(output.trim())
        failures.push(firstLines(output))
        return false
      }
      return true
    })
    count(title, passed ? 1 : 0, passed ? 0 : 1)
  }
}

function suitesToRun(isWanted) {
  return readdirSync(inProject('tests'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasTests(entry.name) && isWanted(entry.name))
    .map((entry) => entry.name)
}

async function plainSuites(suites) {
  if (suites.includes('domain')) {
    for (const zone of ['UTC', 'America/Toronto'])
      await vitest(`domain (TZ=${zone})`, ['domain'], { TZ: zone })
  }
  const others = suites.filter((name) => plain.includes(name) && name !== 'domain')
  if (others.length > 0) await vitest(others.join(', '), others)
}

async function otherSuites(suites, isLong) {
  const withDatabase = suites.filter((name) => !plain.includes(name) && !notSuites.includes(name))
  const withBrowser = suites.includes('e2e')
  if (withDatabase.length === 0 && !withBrowser) return
  const { joinTestCluster } = await import('./test-cluster.mjs')
  leaveCluster = await joinTestCluster()
  const { buildSite } = await import('./build.mjs')
  await buildSite('.next-test')
  if (withDatabase.length > 0) await databaseSuites(withDatabase, isLong)
  if (withBrowser) await playwright(isLong)
}

function hasTests(folder) {
  const ending = folder === 'e2e' ? /\.(spec|test)\.tsx?$/ : /\.test\.tsx?$/
  return readdirSync(inProject('tests', folder), { recursive: true }).some((name) => ending.test(name))
}

/** Runs the suites of these folders, and counts their cases from Vitest's own record. */
async function vitest(title, folders, env = {}) {
  const record = freshRecord()
  const args = ['run', '--config', 'tests/vitest.config.ts', ...folders.map((name) => `tests/${name}/`)]
  args.push('--reporter=default', '--reporter=./src/setup/vitest-record.mjs')
  const code = await step(`Tests: ${title}`, () =>
    runTests([bin.vitest, ...args], { ...env, QUINZE_TEST_RECORD: record }),
  )
  const result = readRecord(record)
  countCases(title, code, result?.passed, result?.failures)
}

/** The faults start a PostgreSQL of their own, to kill it. Cut short, they leave it running: `stop` sees to that. */
async function databaseSuites(folders, isLong) {
  const { discardPostgres } = await import('./embedded-postgres.mjs')
  if (folders.includes('faults')) discardFaults = () => discardPostgres('faults')
  const [length, kills, cuts] = isLong ? ['long', '1000', '500'] : ['short', '50', '20']
  const environment = { QUINZE_TEST_LENGTH: length, QUINZE_FAULT_TRIALS: kills, QUINZE_DRAFT_CUTS: cuts }
  await vitest(folders.join(', '), folders, environment)
  discardFaults = async () => {}
}

async function playwright(isLong) {
  const { provideBrowser } = await import('./browser.mjs')
  await provideBrowser()
  const record = freshRecord()
  const args = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json']
  const code = await step('Tests: e2e', () =>
    runTests([bin.playwright, ...args], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: record,
      QUINZE_TEST_LENGTH: isLong ? 'long' : 'short',
    }),
  )
  const report = readRecord(record)
  countCases('e2e', code, report?.stats.expected, failedJourneys(report?.suites))
}

async function runTests(args, env) {
  return (await node(args, { env: { ...toolEnv(), ...env }, show: true })).code
}

/** Suites that fail without naming what failed count for one failure. */
function countCases(title, code, passed = 0, named = []) {
  const failed = code !== 0 && named.length === 0 ? [`${title}: ended with code ${code}`] : named
  failures.push(...failed)
  count(title, passed, failed.length)
}

function count(title, passed, failed) {
  total.passed += passed
  total.failed += failed
  say(`  ${failed > 0 ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed`)
}

const node = ([script, ...args], options) =>
  runCommand(process.execPath, [inProject('node_modules', script), ...args], options)

function freshRecord() {
  const record = join(dataFolder('test'), 'last-run.json')
  rmSync(record, { force: true })
  return record
}

function readRecord(record) {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : null
}
