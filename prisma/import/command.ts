import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { urlFor } from '../../src/setup/database.mjs'
import { dataFolder } from '../../src/setup/places.mjs'
import { explain, Problem, say } from '../../src/setup/say.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { type Account, importHouseholds, type WholeRefusal } from './import-households'
import type { Fault } from './read-line'
import { commandWords, faultWords, figure, languageOf, phrase, type Language } from './words'

const SHOWN = 20

/** `npm run import:households -- FILE [--dry-run]`. Leaves with 0 when everything is in, 1 when something is not. */
async function main(args: readonly string[]): Promise<number> {
  const language = languageOf(process.env)
  const files = args.filter((one) => !one.startsWith('--'))
  const unknown = args.some((one) => one.startsWith('--') && one !== '--dry-run')
  if (files.length !== 1 || unknown) {
    say(phrase(commandWords.usage, language))
    return 1
  }
  const database = await openDatabase(language)
  try {
    const dryRun = args.includes('--dry-run')
    const onLine = progress(language)
    const result = await importHouseholds({
      ownerUrl: database.ownerUrl,
      secret: database.secret,
      file: files[0]!,
      dryRun,
      language,
      onLine,
    })
    return result.refusedWhole ? tellRefusal(result, language) : tellAccount(result, dryRun, language)
  } finally {
    await database.release()
  }
}

/** The database of DATABASE_OWNER_URL, with the portal's own secret; without it, the demo's. */
async function openDatabase(
  language: Language,
): Promise<{ ownerUrl: string; secret: string; release: () => Promise<void> }> {
  const given = process.env['DATABASE_OWNER_URL']
  if (given) {
    const secret = process.env['QUINZE_SECRET']
    if (!secret) {
      throw new Problem(
        phrase(commandWords.noSecret, language),
        phrase(commandWords.noSecretAdvice, language),
      )
    }
    return { ownerUrl: given, secret, release: async () => {} }
  }
  const { startPostgres } = await import('../../src/setup/embedded-postgres.mjs')
  const { postgresFolder } = await import('../../src/setup/postgres-binaries.mjs')
  if (!existsSync(join(postgresFolder('demo'), 'postgres', 'PG_VERSION'))) {
    throw new Problem(
      phrase(commandWords.noDatabase, language),
      phrase(commandWords.noDatabaseAdvice, language),
    )
  }
  const folder = dataFolder('demo')
  const secrets = readSecrets(folder)
  const { adminUrl, release } = await startPostgres('demo', secrets['superuser']!)
  const owner = { user: 'quinze_owner', password: secrets['owner']!, database: 'quinze' }
  return { ownerUrl: urlFor(adminUrl, owner), secret: secrets['session']!, release }
}

/** Says what is being done, then every ten thousand lines. */
function progress(language: Language): (doing: 'checking' | 'importing', count: number) => void {
  let before = ''
  return (doing, count) => {
    if (doing !== before) say(`· ${phrase(commandWords[doing], language)} …`)
    before = doing
    if (count % 10_000 === 0) say(phrase(commandWords.progress, language, { count: figure(count, language) }))
  }
}

function tellRefusal({ refusedWhole }: WholeRefusal, language: Language): number {
  say(phrase(commandWords.wholeRefused, language))
  for (const { line, ...fault } of refusedWhole.slice(0, SHOWN)) {
    const place =
      fault.key === 'totalsDiffer'
        ? phrase(commandWords.totalsField, language, { field: fault.field })
        : fault.field
    tellFault(line, null, { ...fault, field: place }, language)
  }
  if (refusedWhole.length > SHOWN) tellMore(refusedWhole.length - SHOWN, language)
  return 1
}

function tellAccount(account: Account, dryRun: boolean, language: Language): number {
  const count = (key: keyof typeof commandWords, number: number) =>
    phrase(commandWords[key], language, { count: figure(number, language) })
  for (const { line, fileNumber, faults } of account.first) {
    for (const fault of faults) tellFault(line, fileNumber, fault, language)
  }
  if (account.refused > account.first.length) tellMore(account.refused - account.first.length, language)
  say(`${count('account', account.read)}:`)
  say(`  ${count(dryRun ? 'wouldAdd' : 'added', account.added)}`)
  say(`  ${count('unchanged', account.unchanged)}`)
  say(`  ${count('refused', account.refused)}`)
  if (dryRun) say(phrase(commandWords.dryRun, language))
  else if (account.codes > 0) say(count('codes', account.codes))
  if (account.mandates > 0) say(count('mandates', account.mandates))
  if (account.refusedFile) say(phrase(commandWords.refusedIn, language, { file: account.refusedFile }))
  return account.refused > 0 ? 1 : 0
}

const tellMore = (count: number, language: Language): void =>
  say(phrase(commandWords.more, language, { count: figure(count, language) }))

function tellFault(line: number | null, fileNumber: string | null, fault: Fault, language: Language): void {
  const where = [
    ...(line === null ? [] : [phrase(commandWords.line, language, { line })]),
    ...(fileNumber === null ? [] : [phrase(commandWords.fileNumber, language, { number: fileNumber })]),
    ...(fault.field === '' ? [] : [fault.field]),
  ]
  const separator = language === 'fr' ? '\u00A0: ' : ': '
  say(
    `  ${where.join(', ')}${where.length > 0 ? separator : ''}${phrase(faultWords[fault.key], language, fault.values)}`,
  )
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    explain(error)
    process.exitCode = 1
  },
)
