import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { citizen, staff, withWorld } from '../support/world'

const world = withWorld()
const server = async () => ({ ...(await import('@/server/db')), ...(await import('@/server/scope')) })

describe('the one door to the database', () => {
  test('W-01 without the door the web may do nothing at all', async () => {
    const client = new pg.Client(world.database.webUrl)
    await client.connect()
    for (const table of ['filing', 'household', 'person', 'audit', 'outbox', 'demo_clock']) {
      await expect(client.query(`select * from public.${table}`)).rejects.toThrow(/permission denied/)
    }
    await expect(client.query('select * from auth."session"')).rejects.toThrow(/permission denied/)
    await expect(client.query('select public.app_now()')).rejects.toThrow(/permission denied/)
    await client.end()
  })

  test('W-02 both tools stand in one transaction, rolled back together', async () => {
    const { withViewer } = await server()
    const adele = await citizen(world.owner, 'Adèle')
    const householdId = adele.memberships[0]!.householdId
    const draft = { householdId, personId: adele.personId, kind: 'statement', month: '2026-11', fields: {} }
    const attempt = withViewer(adele, async ({ tx, sql }) => {
      await tx.statementDraft.create({ data: draft })
      const seen = await sql<{ count: string }>('select count(*) from statement_draft')
      expect(seen[0]!.count).toBe('1')
      throw new Error('change of mind')
    })
    await expect(attempt).rejects.toThrow('change of mind')
    expect(await world.owner.statementDraft.count({ where: { householdId } })).toBe(0)
  })

  test('W-03 doors do not nest', async () => {
    const { withViewer } = await server()
    const adele = await citizen(world.owner, 'Adèle')
    await expect(withViewer(adele, () => withViewer(adele, async () => 1))).rejects.toThrow(
      /pass the door along/,
    )
  })

  test('W-04 many viewers at the same moment each see their own', async () => {
    const { withViewer } = await server()
    const names = ['Adèle', 'Bruno', 'Camille', 'Dalia', 'Émile', 'Fanny', 'Gaspard', 'Hélène', 'Irène']
    const people = await Promise.all(names.map((name) => citizen(world.owner, name)))
    const looks = Array.from({ length: 20 }, () => people).flat()
    const seen = await Promise.all(
      looks.map((person) =>
        withViewer(person, async ({ tx }) => ({
          own: person.memberships[0]!.householdId,
          households: await tx.household.findMany({ select: { id: true } }),
          person: await tx.person.findFirst({ where: { id: person.personId } }),
        })),
      ),
    )
    for (const [index, { own, households, person }] of seen.entries()) {
      expect(households).toEqual([{ id: own }])
      expect(person!.id).toBe(looks[index]!.personId)
    }
  })

  test('W-05 the role and the name end with the transaction', async () => {
    const { poolOf, withViewer } = await server()
    await withViewer(await citizen(world.owner, 'Adèle'), ({ sql }) => sql('select 1'))
    const { rows } = await poolOf().query<{ role: string; person: string | null }>(
      `select current_user as role, nullif(current_setting('quinze.person', true), '') as person`,
    )
    expect(rows[0]).toEqual({ role: 'quinze_web', person: null })
  })
})

describe('the second wall, without the first', () => {
  const everyTable = [
    'household',
    'householdMember',
    'person',
    'householdSituation',
    'adultConstraint',
    'filing',
    'expectedPayment',
    'filingConfirmation',
    'statementDraft',
  ] as const

  test('W-06 a citizen sees nothing of another household in any table', async () => {
    const { withViewer } = await server()
    const dalia = await citizen(world.owner, 'Dalia')
    const own = dalia.memberships[0]!.householdId
    await world.owner.statementDraft.createMany({
      data: (await world.owner.household.findMany()).map(({ id }) => ({
        householdId: id,
        personId: '018f0000-0000-7000-8000-0000000000ff',
        kind: 'statement',
        month: '2026-11',
        fields: { 'other.words': 'secret' },
      })),
    })
    const seen = await withViewer(dalia, async ({ tx }) => ({
      household: await tx.household.findMany(),
      householdMember: await tx.householdMember.findMany(),
      householdSituation: await tx.householdSituation.findMany(),
      filing: await tx.filing.findMany(),
      expectedPayment: await tx.expectedPayment.findMany(),
      statementDraft: await tx.statementDraft.findMany(),
      person: await tx.person.findMany(),
      adultConstraint: await tx.adultConstraint.findMany(),
      filingConfirmation: await tx.filingConfirmation.findMany(),
    }))
    expect(Object.keys(seen).sort()).toEqual([...everyTable].sort())
    expect(seen.household.map(({ id }) => id)).toEqual([own])
    for (const row of [...seen.householdMember, ...seen.householdSituation, ...seen.filing]) {
      expect(row.householdId).toBe(own)
    }
    expect(seen.statementDraft).toEqual([])
    expect(seen.person.map(({ givenName }) => givenName).sort()).toEqual(['Dalia', 'Mimosa'])
    expect(seen.adultConstraint.map(({ personId }) => personId)).toEqual([dalia.personId])
  })

  test('W-07 after a separation each keeps what was filed together and sees nothing after', async () => {
    const { withViewer } = await server()
    const helene = await citizen(world.owner, 'Hélène')
    const together = helene.memberships.find(({ untilDay }) => untilDay !== null)!.householdId
    const gaspard = await citizen(world.owner, 'Gaspard')
    const { addFiling } = await import('../../prisma/builders')
    const after = await addFiling(world.owner, {
      householdId: together,
      month: '2026-11' as never,
      by: gaspard.personId,
      byName: gaspard.name,
      receivedAt: new Date().toISOString() as never,
    })
    const seen = await withViewer(helene, async ({ tx }) => ({
      filings: await tx.filing.findMany({ select: { id: true, householdId: true } }),
      households: await tx.household.findMany({ select: { id: true } }),
      people: await tx.person.findMany({ select: { givenName: true } }),
    }))
    expect(seen.filings.length).toBe(2)
    expect(seen.filings.map(({ id }) => id)).not.toContain(after.id)
    expect(seen.households.map(({ id }) => id)).not.toContain(together)
    expect(seen.people).toEqual([{ givenName: 'Hélène' }])
  })

  test('W-08 a private report is for its author and the office, not for the spouse', async () => {
    const { withViewer } = await server()
    const bruno = await citizen(world.owner, 'Bruno')
    const camille = await citizen(world.owner, 'Camille')
    const { addFiling } = await import('../../prisma/builders')
    const { id } = await addFiling(world.owner, {
      householdId: camille.memberships[0]!.householdId,
      kind: 'privateChange',
      month: '2026-11' as never,
      by: camille.personId,
      byName: camille.name,
      receivedAt: new Date().toISOString() as never,
    })
    const find = (viewer: Parameters<typeof withViewer>[0]) =>
      withViewer(viewer, ({ tx }) => tx.filing.findFirst({ where: { id }, select: { id: true } }))
    expect(await find(camille)).toEqual({ id })
    expect(await find(bruno)).toBeNull()
    expect(await find(await staff(world.owner, 'Jules Agent'))).toEqual({ id })
    expect(await find(await staff(world.owner, 'Karine Agente'))).toBeNull()
    expect(await find(await staff(world.owner, 'Marc Cadre'))).toEqual({ id })
    // The contact centre reads a file once it has opened it for a call.
    expect(await find(await staff(world.owner, 'Léa Soutien'))).toBeNull()
    await expect(find({ role: 'anonymous' })).rejects.toThrow()
  })

  test('W-09 a citizen cannot file for another household, nor in another name, nor change what was sent', async () => {
    const { withViewer } = await server()
    const dalia = await citizen(world.owner, 'Dalia')
    const adele = await citizen(world.owner, 'Adèle')
    const insert = (householdId: string, by: string) =>
      withViewer(dalia, ({ sql }) =>
        sql(
          `insert into filing (household_id, kind, month, version, receipt_number, answers, answers_digest,
             schema_version, wording_version, language, channel, filed_by_person, filed_by_name, filed_for,
             received_at, due_at, key)
           values ($1, 'statement', '2026-07', 1, gen_random_uuid(), '{}', '', 1, '', 'fr', 'web', $2, '', '',
             app_now(), app_now(), gen_random_uuid())`,
          [householdId, by],
        ),
      )
    const own = dalia.memberships[0]!.householdId
    await expect(insert(adele.memberships[0]!.householdId, dalia.personId)).rejects.toThrow(
      /row-level security/,
    )
    await expect(insert(own, adele.personId)).rejects.toThrow(/row-level security/)
    await expect(insert(own, dalia.personId)).resolves.toEqual([])
    const spoil = (statement: string) => withViewer(dalia, ({ sql }) => sql(statement))
    await expect(spoil(`update filing set answers = '{}'`)).rejects.toThrow(/permission denied/)
    await expect(spoil('delete from filing')).rejects.toThrow(/permission denied/)
    await expect(spoil('update household set office_id = office_id')).rejects.toThrow(/permission denied/)
    await expect(spoil('select * from audit')).rejects.toThrow(/permission denied/)
    await expect(spoil('select * from auth."session"')).rejects.toThrow(/permission denied/)
    await expect(spoil(`select demo_move_clock(null)`)).rejects.toThrow(/permission denied/)
  })

  test('W-10 each policy names one role, and every table of people has its wall up', async () => {
    const policies = await world.owner.$queryRawUnsafe<{ policyname: string; roles: string }[]>(
      `select policyname, array_to_string(roles, ',') as roles from pg_policies where schemaname = 'public'`,
    )
    expect(policies.length).toBeGreaterThan(30)
    expect(policies.filter(({ roles }) => roles.includes(',') || !roles.startsWith('quinze_'))).toEqual([])
    const open = await world.owner.$queryRawUnsafe<{ relname: string }[]>(
      `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and not relrowsecurity
         and relname not in ('_prisma_migrations', 'demo_clock', 'quinze_demo')`,
    )
    expect(open.map(({ relname }) => relname)).toEqual([])
  })
})
