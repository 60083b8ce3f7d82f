import pg from 'pg'
import { isSecret, partOf } from '@/domain/application/journey'
import type { Draft } from '@/domain/draft'
import { keyOf, sealWith } from '@/server/keys'
import { withDatabase } from '../../src/setup/database.mjs'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { freshDatabase, type TestDatabase } from '../support/database'
import { startServer, type TestServer } from '../support/server'

/** Applications that are being filled in, each with a living visit, and the product serving them with one process. */
export type Drafts = {
  readonly count: number
  readonly database: TestDatabase
  readonly site: TestServer
  readonly owner: pg.Pool
  /** The cookie of an author, counted from 0. */
  readonly cookie: (index: number) => string
  readonly stop: () => Promise<void>
}

/** A single adult with nothing, at the last page: every question is answered. */
const answered: Draft = {
  urgentNeeds: 'none',
  givenName: 'Ada',
  familyName: 'Roy',
  'birthDate.day': '12',
  'birthDate.month': '3',
  'birthDate.year': '1984',
  reason: 'noIncome',
  status: 'bornInQuebec',
  assistanceBefore: 'never',
  healthNumber: 'ROYA84531218',
  healthNumberNone: '',
  sin: '123 456 782',
  phone: '514 555-0123',
  email: '',
  lettersLanguage: 'fr',
  safeReach: 'anyTime',
  helper: 'nobody',
  dwelling: 'tenant',
  street: '12, rue des Érables',
  unit: '',
  city: 'Montréal',
  postalCode: 'H2X 1Y4',
  rent: '700',
  livesWith: 'nobody',
  pastUnion: 'none',
  studies: 'no',
  health: 'none',
  work: 'before',
  away: 'no',
  income: 'none',
  awaited: 'none',
  accounts: '120,50',
  cash: '0',
  outstanding: '0',
  owned: 'none',
  givenAway: 'no',
  deposit: 'yes',
  transit: '20101',
  institution: '815',
  account: '1234567',
  needs: 'none',
  more: '',
}

/** What one save of the page of the address sends. Another street each time. */
export const addressForm = (turn: number): URLSearchParams =>
  new URLSearchParams({
    question: 'address',
    intent: 'save',
    language: 'fr',
    street: `${turn}, rue des Érables`,
    unit: '',
    city: 'Montréal',
    postalCode: 'H2X 1Y4',
  })

/** Fills a database with so many drafts, in a few statements, and serves it. */
export async function openDrafts(count: number): Promise<Drafts> {
  const database = await freshDatabase()
  await withDatabase(database.adminUrl, (admin: pg.Client) => fill(admin, count))
  const site = await startServer({ webUrl: database.webUrl, oneProcess: true })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  return {
    count,
    database,
    site,
    owner,
    cookie: (index) => `quinze-application=draft-${(index % count) + 1}`,
    stop: async () => {
      await owner.end()
      await site.stop()
      await database.drop()
    },
  }
}

async function fill(admin: pg.Client, count: number): Promise<void> {
  await admin.query('set session_replication_role = replica')
  await admin.query(
    `create temporary table drafts as select i, uuidv7() as id from generate_series(1, $1::int) i`,
    [count],
  )
  await admin.query('insert into application (id, start_key) select id, uuidv7() from drafts')
  await admin.query(
    `insert into application_adult (application_id, adult, came_at) select id, 'applicant', app_now() from drafts`,
  )
  await admin.query(
    `insert into application_event (application_id, kind, "by") select id, 'started', 'applicant' from drafts`,
  )
  await admin.query(
    `insert into auth."application_session" (token_hash, application_id, adult)
     select sha256(convert_to('draft-' || i, 'UTF8')), id, 'applicant' from drafts`,
  )
  for (const part of ['household', 'applicant', 'spouse'] as const) {
    const { clear, sealed } = keptOf(part)
    await admin.query(
      `insert into application_draft (application_id, part, fields, sealed) select id, $1, $2::jsonb, $3 from drafts`,
      [part, JSON.stringify(clear), sealed],
    )
  }
  await admin.query('vacuum analyze')
  await admin.query('checkpoint')
}

/** A part as the product keeps it: what must not lie in clear is sealed. */
function keptOf(part: 'household' | 'applicant' | 'spouse') {
  const own = Object.entries(answered).filter(([name]) => partOf(name) === part)
  const secret = own.filter(([name, value]) => isSecret(name) && value !== '')
  const key = keyOf(readSecrets(dataFolder('test'))['session']!, 'application')
  return {
    clear: Object.fromEntries(own.filter(([name]) => !isSecret(name))),
    sealed: secret.length > 0 ? sealWith(key, JSON.stringify(Object.fromEntries(secret))) : null,
  }
}

/** How often the drafts were saved. */
export async function savesIn({ owner }: Drafts): Promise<number> {
  const { rows } = await owner.query<{ saves: number }>(
    'select sum(version - 1)::int as saves from application_draft',
  )
  return rows[0]!.saves
}
