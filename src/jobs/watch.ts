import { randomUUID } from 'node:crypto'
import { addMonths, dayOf, instantOf, monthOf, type Instant } from '@/domain/calendar'
import { effectiveDueInstant } from '@/domain/statement/deadline'
import { interruptionsIn, type Heartbeat } from '@/domain/statement/heartbeat'
import { limitAfter, type Interruption } from '@/domain/statement/interruption'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { submitStatementIn } from '@/features/statement/commands'
import { goOnAs, withViewer, type Door } from '@/server/db'
import { env } from '@/server/env'
import { listExtensions } from '@/server/extensions'
import { logError } from '@/server/log'
import type { Citizen } from '@/server/viewer'
import { extendForEveryone } from './extending'

/** How far back tries are read again: an interruption is told once it is over, however long it was. */
const DAYS_READ = 2
/** How far back an interruption may still move a limit: it is seen when the service is back. */
const DAYS_BACK = 7
const SIGN_IN_WAIT_MS = 5_000

/**
 * Tries the service once: a whole filing, taken back, and the identity provider of citizens. Notes how it went, what was
 * away and is back, and gives everyone more time when the rules say so. Throws when the database is away: nothing is
 * noted then, and that silence is what tells it.
 */
export async function watchService(): Promise<void> {
  const [files, signsIn] = await Promise.all([tryFiling(), trySigningIn()])
  await withViewer({ role: 'worker' }, async (door) => {
    await door.sql('insert into service_heartbeat (files, signs_in) values ($1, $2)', [files, signsIn])
    await noteInterruptions(door)
    await extendAfterInterruptions(door)
  })
}

class TakenBack extends Error {}

/** Whether a statement can be filed: by someone made for it, through every wall, in a transaction that is never kept. */
async function tryFiling(): Promise<boolean> {
  let filed = false
  try {
    await withViewer({ role: 'worker' }, async (door) => {
      const [made] = await door.sql<{ person: string; household: string }>(
        'select person_id as person, household_id as household from set_up_probe()',
      )
      const viewer = viewerOf(made!.person, made!.household, door.now)
      await goOnAs(door, viewer)
      const { data } = await submitStatementIn(door, {
        ...{ viewer, arrival: door.now, locale: 'fr', params: { month: monthOf(dayOf(door.now)) } },
        input: { page: 'start', attest: 'yes', intent: 'send', key: randomUUID() },
        request: new Request(env().origin),
      })
      filed = typeof data?.['receiptNumber'] === 'string'
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) logError('try of a filing', error)
  }
  return filed
}

function viewerOf(personId: string, householdId: string, now: Instant): Citizen {
  const name = 'Essai Quinze'
  return {
    ...{ role: 'citizen', sessionId: randomUUID(), assurance: 'oidc', shared: false, personId, name },
    ...{ actorId: personId, actorName: name, mandate: null, holdsMandate: false },
    memberships: [{ householdId, fromDay: dayOf(now), untilDay: null }],
  }
}

/** Whether the provider by which citizens sign in answers. */
async function trySigningIn(): Promise<boolean> {
  const { issuer } = env().providers.citizen
  try {
    const signal = AbortSignal.timeout(SIGN_IN_WAIT_MS)
    return (await fetch(`${issuer}/.well-known/openid-configuration`, { signal })).ok
  } catch {
    return false
  }
}

async function noteInterruptions({ sql }: Door): Promise<void> {
  // From the last of the days read that went well on: a silence of a month has a try at its beginning too.
  const rows = await sql<{ at: Date; beat_at: Date; files: boolean; signs_in: boolean }>(
    `select at, beat_at, files, signs_in from service_heartbeat
     where beat_at >= coalesce((select max(beat_at) from service_heartbeat
       where files and signs_in and beat_at < clock_timestamp() - interval '${DAYS_READ} days'), '-infinity')
     order by beat_at`,
  )
  const beats: Heartbeat[] = rows.map((row) => ({
    ...{ at: instantOf(row.at), beatAt: instantOf(row.beat_at), files: row.files, signsIn: row.signs_in },
  }))
  for (const { kind, from, until } of interruptionsIn(beats))
    await sql(
      `insert into service_interruption (kind, from_at, until_at) values ($1, $2, $3) on conflict do nothing`,
      [kind, from, until],
    )
}

/** The months whose limit is near: the one that is open, and the one before while its limit may have moved. */
async function extendAfterInterruptions(door: Door): Promise<void> {
  const { sql, now } = door
  const rows = await sql<{ kind: Interruption['kind']; from_at: Date; until_at: Date }>(
    `select kind, from_at, until_at from service_interruption where until_at > $1::timestamptz - interval '${DAYS_BACK} days'`,
    [now],
  )
  if (rows.length === 0) return
  const interruptions = rows.map((row) => ({
    ...{ kind: row.kind, from: instantOf(row.from_at), until: instantOf(row.until_at) },
  }))
  const current = monthOf(dayOf(now))
  const months = [addMonths(current, -1), current]
  const extensions = await listExtensions(door, months)
  for (const month of months) {
    const policy = policyFor(month, defaultPolicies)
    const limit = limitAfter(effectiveDueInstant(month, policy, extensions, everyone).at, interruptions)
    if (limit !== null) await extendForEveryone(sql, month, limit, reason)
  }
}

/** Whom only what is given to everyone concerns. */
const everyone = { householdId: '', officeId: '', regionCode: '' }

const reason = {
  fr: 'Le service a été interrompu avant la date limite.',
  en: 'The service was interrupted before the due date.',
}
