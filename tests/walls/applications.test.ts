import { expect, test } from 'vitest'
import { withWorld } from '../support/world'
import type { ViewerName } from '../support/probe-markers'
import { buildProbeWorld, type ProbeWorld } from '../support/probe-world'

/*
 * The wall of the database by itself: no page, no query of ours, every table of an application asked whole. Numbered:
 *   AP-20 each viewer is given the rows that are theirs, and not one byte of another's
 *   AP-21 whatever a viewer writes to all rows at once, no row of another's changes, and none is removed
 *   AP-22 control: with the wall of three tables taken down, foreign bytes are seen
 */
const world = withWorld({ people: false })
const tables = [
  'application',
  'application_adult',
  'application_draft',
  'application_version',
  'application_version_part',
  'application_confirmation',
  'application_event',
  'document_answer',
  'document',
  'upload',
  'message',
  'application_parked',
] as const
const names = [
  'anonymous',
  'recipient',
  'other',
  'agent',
  'otherAgent',
  'contact',
  'supervisor',
  'auditor',
  'applicant',
  'applicantSpouse',
  'applicantOther',
  'applicantExpired',
] as const satisfies readonly ViewerName[]

let made: Promise<ProbeWorld> | null = null
const probe = () => (made ??= buildProbeWorld(world.owner))

/** Runs one statement as a viewer of the world; what the wall refuses altogether is null. */
async function as<Row>(name: ViewerName, statement: string): Promise<Row[] | null> {
  const { applicantOf } = await import('@/server/applicant')
  const { viewerOf } = await import('@/server/viewer')
  const { withViewer } = await import('@/server/db')
  const { askers } = await probe()
  const { token, visit } = askers.find((one) => one.name === name)!
  const { viewer } = visit ? await applicantOf(visit.token) : await viewerOf(token ?? undefined)
  try {
    return await withViewer(viewer, ({ sql }) => sql<Row & object>(statement))
  } catch (error) {
    if (/permission denied|row-level security/.test(String(error))) return null
    throw error
  }
}

async function seenBy(name: ViewerName) {
  const { markers } = await probe()
  const rows: string[] = []
  for (const table of tables) {
    // Whose account an application is attached to, the office it was sent to may know.
    const found = await as<{ row: unknown }>(name, `select to_jsonb(t) - 'person_id' as row from ${table} t`)
    rows.push(JSON.stringify(found ?? []))
  }
  const text = rows.join('\n')
  const foreign = markers.foreignIn(text, '', name).map(({ secret }) => secret)
  return { foreign: [...new Set(foreign)].sort(), all: new Set(markers.in(text).map(({ secret }) => secret)) }
}

test('AP-20 gives each viewer their own rows, and nothing of another’s', async () => {
  for (const name of names) expect((await seenBy(name)).foreign, name).toEqual([])
  const own = {
    applicant: ['applyHousehold', 'applyOwn', 'applySent', 'applySentOwn'],
    applicantSpouse: ['applyHousehold', 'applySpouse', 'applySent', 'applySentSpouse'],
    applicantOther: ['applyOther'],
    agent: ['applySent', 'applySentOwn', 'applySentSpouse'],
    supervisor: ['applySent', 'applySentOwn', 'applySentSpouse'],
    otherAgent: ['applyFar', 'applyAttached'],
  } as const
  // What the spouse has not confirmed is not the office's yet.
  for (const name of ['agent', 'supervisor'] as const) {
    expect((await seenBy(name)).all.has('applySpouse'), name).toBe(false)
  }
  for (const [name, secrets] of Object.entries(own)) {
    const { all } = await seenBy(name as ViewerName)
    expect(
      [...secrets].filter((secret) => !all.has(secret)),
      name,
    ).toEqual([])
  }
})

test('AP-21 lets nobody change or remove a row of another’s', async () => {
  const { applications } = await probe()
  const rowsOf = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => [
          table,
          (
            await world.owner.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
              `select to_jsonb(t) as row from ${table} t`,
            )
          ).map(({ row }) => row),
        ]),
      ),
    ) as Record<string, Record<string, unknown>[]>
  const attempts: Record<string, string> = {
    application: `update application set urgent = '{violence}'`,
    application_draft: `update application_draft set fields = '{}'`,
    document_answer: `update document_answer set note = 'x'`,
    document: 'update document set removed_at = app_now()',
    upload: 'delete from upload',
    message: 'update message set read_at = app_now()',
  }
  const before = await rowsOf()
  // The couple's spouse, and everyone at none or another: nothing of the couple's applicant may be touched.
  const couple = applications.applications[0]!.id
  for (const name of names.filter((one) => one !== 'applicant')) {
    for (const table of tables) {
      await as(name, attempts[table] ?? `delete from ${table}`)
      await as(name, `delete from ${table}`)
    }
  }
  const after = await rowsOf()
  const applicants = (rows: Record<string, unknown>[]) =>
    rows
      .filter((row) => (row['application_id'] ?? row['id']) === couple)
      .filter((row) => row['adult'] !== 'spouse' && row['part'] !== 'spouse')
      .map((row) => JSON.stringify(row))
      .sort()
  for (const table of tables) expect(applicants(after[table]!), table).toEqual(applicants(before[table]!))
  // The spouse's own part is theirs to empty: the attempts reach the rows that may be written.
  const ofSpouse = after['application_draft']!.find(
    (row) => row['application_id'] === couple && row['part'] === 'spouse',
  )
  expect(ofSpouse!['fields']).toEqual({})
  // And what was sent, said or happened is nobody's to change, not even its author's.
  for (const table of [
    'application_version',
    'application_version_part',
    'application_event',
    'application_confirmation',
  ])
    expect(after[table]!.map((row) => JSON.stringify(row)).sort(), table).toEqual(
      before[table]!.map((row) => JSON.stringify(row)).sort(),
    )
})

test('AP-22 control: without the wall of three tables, foreign bytes are seen', async () => {
  for (const table of ['application_draft', 'document', 'application_version_part'])
    await world.owner.$executeRawUnsafe(`alter table ${table} disable row level security`)
  expect((await seenBy('applicantOther')).foreign).toEqual(
    expect.arrayContaining([
      'applyFarDraft',
      'applyHousehold',
      'applyOwn',
      'applySentOwn',
      'applySentSpouse',
    ]),
  )
})
