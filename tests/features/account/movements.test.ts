import { beforeAll, describe, expect, it } from 'vitest'
import { addContact, addSession, addStaff } from '../../../prisma/builders'
import { changeAddress, changeDeposit } from '@/features/account/change-commands'
import { changeContact } from '@/features/account/contact-commands'
import { freezeAccount, freezeByLink, liftFreeze } from '@/features/account/freeze-commands'
import { findAddress, findDeposit, findMovements } from '@/features/account/money-queries'
import { checkCode, sendCode } from '@/features/account/prove-commands'
import { withViewer } from '@/server/db'
import { unsealOneTimeCode } from '@/server/one-time-codes'
import { mayRole } from '@/server/permissions'
import { unseal } from '@/server/secrets'
import { type Citizen, type Staff, viewerOf } from '@/server/viewer'
import { household, moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'
import { code, send } from './rooms'

/*
 * Numbered cases, before the code:
 *   MV-01 without a proof of the last minutes nothing moves, and a typed address waits for the proof
 *   MV-02 a code sent to the contact known before proves it, renews the session, and works once
 *   MV-03 for ten days a contact just set gets no code: the one before does; none before, the office reads it out
 *   MV-04 a change takes effect after the next payment, not before; both adults see who asked; nobody else
 *   MV-05 its notices go to the old contact and the new, with nothing personal, each with a link of its own
 *   MV-06 the account number is nowhere to be read: not in the pages, the trail, the notices, nor by the wall
 *   MV-07 either adult freezes: what waits is cancelled, nothing new passes, everyone is told
 *   MV-08 the link of a notice freezes once; a used, old or made-up one does nothing
 *   MV-09 the office lifts it, and only the household's own office
 *   MV-10 what is refused: an address is kept as typed, bank numbers are not
 *   MV-11 a change and a freeze at once: whichever comes first, nothing waits after a freeze
 *   MV-12 the wall alone: no change for another household, in another's name, past a freeze, or sooner
 */
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

const address = { street: '12, rue des Érables', unit: '', city: 'Sainte-Épreuve', postalCode: 'g1r4s9' }
const newAddress = { ...address, intent: 'save' as const }
const deposit = { institution: '815', transit: '30000', account: '76543210987' }
const proved = (viewer: Citizen): Citizen => ({ ...viewer, assurance: 'step-up' })

async function couple() {
  const { id, viewers } = await household(world.owner, office, ['Ana', 'Luc'])
  const [ana, luc] = viewers as [Citizen, Citizen]
  return { id, ana: proved(ana), luc: proved(luc) }
}
const noticesOf = async ({ personId }: Citizen, about: string) => {
  const rows = await world.owner.outbox.findMany({ where: { kind: 'account-notice', personId } })
  return rows
    .map(({ payload }) => payload as { about: string; sealed: string; channel: string })
    .filter((one) => one.about === about)
    .map((one) => ({
      ...one,
      ...(JSON.parse(unseal(Buffer.from(one.sealed, 'base64'), 'notice')) as { to: string; freeze?: string }),
    }))
}
const contact = {
  email: '',
  mobile: '',
  notifyBy: 'none',
  reminders: 'yes',
  safeNote: '',
  intent: 'save' as const,
}

describe('proving oneself again', () => {
  it('MV-01 without a proof of the last minutes nothing moves', async () => {
    const { ana } = await couple()
    const before = { ...ana, assurance: 'oidc' as const }
    for (const assurance of ['code', 'code+otp', 'oidc'] as const)
      expect(mayRole('citizen', assurance, 'account:move-money')).toBe(false)
    expect(mayRole('citizen', 'step-up', 'account:move-money')).toBe(true)
    expect(mayRole('representative', 'step-up', 'account:move-money', ['read', 'file', 'report'])).toBe(false)
    expect(code(await changeDeposit(send(before, deposit)))).toBe('prove-again')
    expect(code(await changeAddress(send(before, newAddress)))).toBe('prove-again')
    expect(await world.owner.accountChange.count({ where: { personId: ana.personId } })).toBe(0)
    expect((await findAddress(ana)).typed).toEqual(address)
    const kept = await world.owner.accountForm.findMany({ where: { personId: ana.personId } })
    expect(kept.map(({ form }) => form)).toEqual(['address'])
  })

  it('MV-02 a code sent to the contact known before proves it, once', async () => {
    const { ana } = await couple()
    await addContact(world.owner, ana.personId, { email: 'ana@example.org', notifyBy: 'email' })
    const token = await addSession(world.owner, 'citizen', ana.personId)
    const asking = (input: object) => send(ana, { next: 'deposit' as const, ...input }, { token }) as never
    expect(code(await sendCode(asking({})))).toBe('sent')
    const sent = await world.owner.outbox.findFirstOrThrow({
      where: { kind: 'one-time-code', personId: ana.personId },
    })
    const { sealed } = sent.payload as { sealed: string }
    const right = unsealOneTimeCode(Buffer.from(sealed, 'base64'))
    const wrong = right === '000000' ? '000001' : '000000'
    expect(code(await checkCode(asking({ code: '12' })))).toBe('format')
    expect(code(await checkCode(asking({ code: wrong })))).toBe('wrong')
    const answer = await checkCode(asking({ code: right }))
    expect(code(answer)).toBe('proved')
    expect((await viewerOf(token)).viewer.role).toBe('anonymous')
    const renewed = /^quinze=([\w-]{43});/.exec(answer.cookies?.[0] ?? '')![1]!
    expect((await viewerOf(renewed)).viewer).toMatchObject({ assurance: 'step-up', personId: ana.personId })
    expect(code(await checkCode(send(ana, { next: 'deposit', code: right }, { token: renewed })))).toBe(
      'over',
    )
    // Ten minutes, no more.
    await moveClock(world.owner, '2026-11-10T15:11:00.000Z')
    expect((await viewerOf(renewed)).viewer).toMatchObject({ assurance: 'oidc' })
    await moveClock(world.owner, tenth)
  })

  it('MV-03 for ten days a contact just set gets no code', async () => {
    const { ana, luc } = await couple()
    const trusted = async ({ personId }: Citizen) =>
      (
        await world.owner.$queryRawUnsafe<{ email: string | null }[]>(
          'select email from auth.trusted_contact($1::uuid)',
          personId,
        )
      )[0]?.email
    await addContact(world.owner, ana.personId, { email: 'old@example.org', notifyBy: 'email' })
    await changeContact(send(ana, { ...contact, email: 'thief@example.org', notifyBy: 'email' }))
    await changeContact(send(ana, { ...contact, email: 'thief2@example.org', notifyBy: 'email' }))
    expect(await trusted(ana)).toBe('old@example.org')
    // Nobody could reach Luc: whoever holds his session cannot make themselves reachable.
    await changeContact(send(luc, { ...contact, email: 'thief@example.org', notifyBy: 'email' }))
    expect(await trusted(luc)).toBeNull()
    const token = await addSession(world.owner, 'citizen', luc.personId)
    await sendCode(send(luc, { next: 'deposit' }, { token }))
    expect(await world.owner.outbox.count({ where: { kind: 'one-time-code', personId: luc.personId } })).toBe(
      0,
    )
    await moveClock(world.owner, '2026-11-20T14:59:00.000Z')
    expect(await trusted(ana)).toBe('old@example.org')
    await moveClock(world.owner, '2026-11-20T15:01:00.000Z')
    expect(await trusted(ana)).toBe('thief2@example.org')
    await moveClock(world.owner, tenth)
  })
})

describe('a change of address or deposit', () => {
  it('MV-04 takes effect after the next payment; both adults see it, nobody else', async () => {
    const { owner } = world
    const { id, ana, luc } = await couple()
    await owner.directDeposit.create({
      data: { householdId: id, sealed: Buffer.from('x'), masked: '•••• 4321', sinceMonth: '2026-06' },
    })
    expect(code(await changeDeposit(send(ana, deposit)))).toBe('waiting')
    expect(code(await changeAddress(send(ana, newAddress)))).toBe('waiting')
    for (const viewer of [ana, luc]) {
      const page = await findDeposit(viewer)
      expect(page.current).toBe('•••• 4321')
      expect(page.waiting).toMatchObject([
        { kind: 'address', by: 'Ana', month: '2027-01', masked: 'Sainte-Épreuve, G1R' },
        { kind: 'deposit', by: 'Ana', month: '2027-01', masked: '•••• 0987' },
      ])
      expect((await findAddress(viewer)).current).toBeNull()
    }
    expect((await findMovements((await couple()).ana)).waiting).toEqual([])
    // On the day of the payment of December it still waits; the day after, it is in force.
    await moveClock(owner, '2026-12-02T04:59:00.000Z')
    expect(await findDeposit(luc)).toMatchObject({ current: '•••• 4321', waiting: [{}, {}] })
    await moveClock(owner, '2026-12-02T05:00:00.000Z')
    expect(await findDeposit(luc)).toMatchObject({ current: '•••• 0987', waiting: [] })
    expect((await findAddress(luc)).current).toMatchObject({
      ...address,
      postalCode: 'G1R 4S9',
      since: '2027-01-01',
    })
    await moveClock(owner, tenth)
  })

  it('MV-05 its notices go to the old contact and the new', async () => {
    const { id, ana } = await couple()
    await addContact(world.owner, ana.personId, { email: 'old@example.org', notifyBy: 'email' })
    await changeContact(send(ana, { ...contact, email: 'new@example.org', mobile: '819 555-0123' }))
    await changeDeposit(send(ana, deposit))
    const notices = await noticesOf(ana, 'deposit')
    expect(notices.map(({ to }) => to).sort()).toEqual(['+18195550123', 'new@example.org', 'old@example.org'])
    expect(new Set(notices.map(({ freeze }) => freeze)).size).toBe(3)
    for (const { freeze } of notices) expect(freeze).toMatch(/^[\w-]{43}$/)
    const rows = await world.owner.outbox.findMany({ where: { personId: ana.personId } })
    // What is sealed, and the numbers of rows, say nothing: chance alone writes 555 into them.
    const told = JSON.stringify(rows.map(({ kind, payload }) => ({ kind, payload })))
    const readable = told.replace(/"[\w+/=-]{20,}"/g, '""')
    expect(readable).not.toMatch(/example\.org|555|Ana|0987|TEST-/)
    const trail = await world.owner.audit.findMany({ where: { householdId: id, act: 'changed' } })
    expect(trail).toMatchObject([{ actorId: ana.personId, details: { what: 'deposit' } }])
  })

  it('MV-06 the account number is nowhere to be read', async () => {
    const { id, ana } = await couple()
    await changeDeposit(send(ana, deposit))
    const rows = [
      await world.owner.accountChange.findMany({ where: { householdId: id } }),
      await world.owner.audit.findMany({ where: { householdId: id } }),
      await world.owner.accountForm.findMany({ where: { personId: ana.personId } }),
      await findDeposit(ana),
    ]
    expect(JSON.stringify(rows)).not.toContain(deposit.account)
    const change = await world.owner.accountChange.findFirstOrThrow({ where: { householdId: id } })
    expect(Buffer.from(change.sealed!).toString('latin1')).not.toContain(deposit.account)
    expect(unseal(change.sealed!, 'bank')).toBe('815-30000-76543210987')
    expect(() => unseal(change.sealed!)).toThrow()
    for (const table of ['account_change', 'direct_deposit'])
      await expect(withViewer(ana, ({ sql }) => sql(`select sealed from ${table}`))).rejects.toThrow(
        /permission denied/,
      )
  })

  it('MV-10 what is refused: an address is kept as typed, bank numbers are not', async () => {
    const { ana } = await couple()
    const wrong = { ...newAddress, street: '', postalCode: 'K1A 0B1' }
    expect(code(await changeAddress(send(ana, wrong)))).toBe('refused')
    const page = await findAddress(ana)
    expect(page.typed).toMatchObject({ city: 'Sainte-Épreuve', postalCode: 'K1A 0B1' })
    expect(page.problems.map(({ field }) => field)).toEqual(['street', 'postalCode'])
    expect(code(await changeDeposit(send(ana, { ...deposit, transit: '3000' })))).toBe('refused')
    expect((await findDeposit(ana)).problems).toEqual([{ field: 'transit', problem: 'transitFormat' }])
    const kept = await world.owner.accountForm.findMany({
      where: { personId: ana.personId, form: 'deposit' },
    })
    expect(JSON.stringify(kept.map(({ fields }) => fields))).not.toMatch(/3000|815|7654/)
    await changeDeposit(send(ana, deposit))
    expect((await findDeposit(ana)).problems).toEqual([])
  })
})

describe('stopping it', () => {
  it('MV-07 either adult freezes', async () => {
    const { id, ana, luc } = await couple()
    await changeDeposit(send(ana, deposit))
    await changeAddress(send(ana, newAddress))
    expect(code(await freezeAccount(send(luc, {})))).toBe('frozen')
    expect(await findMovements(ana)).toEqual({ waiting: [], frozen: true, atHome: true })
    expect(code(await changeDeposit(send(ana, deposit)))).toBe('stopped')
    expect(code(await changeAddress(send(luc, newAddress)))).toBe('stopped')
    expect((await findAddress(luc)).typed).toEqual(address)
    for (const viewer of [ana, luc]) {
      const told = {
        personId: viewer.personId,
        kind: 'account-notice',
        payload: { path: ['about'], equals: 'frozen' },
      }
      expect(await world.owner.outbox.count({ where: told })).toBe(1)
    }
    await freezeAccount(send(ana, {}))
    const trail = await world.owner.audit.findMany({ where: { householdId: id, act: 'frozen' } })
    expect(trail).toMatchObject([{ actorId: luc.personId }])
    // What was in force before stays so.
    await moveClock(world.owner, '2027-01-05T15:00:00.000Z')
    expect((await findDeposit(ana)).current).toBeNull()
    await moveClock(world.owner, tenth)
  })

  it('MV-08 the link of a notice freezes once', async () => {
    const { id, ana } = await couple()
    const other = await couple()
    await addContact(world.owner, ana.personId, { email: 'ana@example.org', mobile: '+18195550123' })
    await changeDeposit(send(ana, deposit))
    await changeDeposit(send(other.ana, deposit))
    const [first, second] = (await noticesOf(ana, 'deposit')).map(({ freeze }) => freeze!)
    const press = (token: string) => freezeByLink({ ...send(ana, { token }), viewer: { role: 'anonymous' } })
    for (const token of ['', 'A'.repeat(43), `${first}A`]) expect(code(await press(token))).toBe('link-over')
    expect((await findMovements(ana)).frozen).toBe(false)
    expect(code(await press(first!))).toBe('frozen')
    expect(await findMovements(ana)).toMatchObject({ waiting: [], frozen: true })
    expect(code(await press(first!))).toBe('link-over')
    expect((await findMovements(other.ana)).waiting).toHaveLength(1)
    const trail = await world.owner.audit.findMany({ where: { householdId: id, act: 'frozen' } })
    expect(trail).toMatchObject([{ actorKind: 'machine', actorId: null, details: { by: 'link' } }])
    // Two months later the other link is over.
    await world.owner.accountFreezeLink.updateMany({
      where: { householdId: id, usedAt: null },
      data: { madeAt: new Date('2026-09-01T00:00:00Z') },
    })
    expect(code(await press(second!))).toBe('link-over')
    const kept = await world.owner.accountFreezeLink.findMany({ where: { householdId: id } })
    expect(kept.some(({ tokenHash }) => Buffer.from(tokenHash).toString('base64url') === first)).toBe(false)
  })

  it('MV-09 the office lifts it, and only the household’s own', async () => {
    const { id, ana, luc } = await couple()
    const elsewhere = await world.owner.office.create({
      data: { code: `L${id.slice(-4)}`, nameFr: 'Loin', nameEn: 'Far', regionCode: '17', city: 'Loin' },
    })
    const staff = async (role: Staff['role'], officeId: string): Promise<Staff> => ({
      role,
      sessionId: '018f0000-0000-7000-8000-000000000002',
      assurance: 'oidc',
      staffId: await addStaff(world.owner, { name: 'Alix Agente', role: role as 'agent', officeId }),
      name: 'Alix Agente',
      officeId,
    })
    const lift = (viewer: Staff, household: string) =>
      liftFreeze(send(viewer, {}, { params: { id: household } }))
    const agent = await staff('agent', office)
    expect(code(await lift(agent, id))).toBe('not-allowed')
    await freezeAccount(send(ana, {}))
    expect(code(await lift(await staff('agent', elsewhere.id), id))).toBe('not-allowed')
    for (const role of ['contact', 'auditor', 'citizen', 'representative', 'anonymous'] as const)
      expect(mayRole(role, 'oidc', 'account:lift-freeze')).toBe(false)
    await expect(lift(await staff('contact', office), id)).rejects.toThrow(/permission denied/)
    expect((await findMovements(ana)).frozen).toBe(true)
    expect(code(await lift(await staff('supervisor', office), id))).toBe('lifted')
    expect(code(await lift(agent, id))).toBe('not-allowed')
    expect(code(await lift(agent, 'nobody'))).toBe('not-allowed')
    expect(await findMovements(luc)).toMatchObject({ frozen: false, waiting: [] })
    expect(code(await changeDeposit(send(luc, deposit)))).toBe('waiting')
    expect(await world.owner.audit.count({ where: { householdId: id, act: 'lifted' } })).toBe(1)
    const told = { personId: luc.personId, payload: { path: ['about'], equals: 'lifted' } }
    expect(await world.owner.outbox.count({ where: told })).toBe(1)
  })

  it('MV-11 a change and a freeze at once: nothing waits after a freeze', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { ana, luc } = await couple()
      await Promise.all([
        changeDeposit(send(ana, deposit)),
        freezeAccount(send(luc, {})),
        changeAddress(send(luc, newAddress)),
      ])
      expect(await findMovements(ana)).toMatchObject({ waiting: [], frozen: true })
    }
  })

  it('MV-12 the wall alone', async () => {
    const { id, ana, luc } = await couple()
    const other = await couple()
    const add = (home: string, person: string, month: string) =>
      withViewer(ana, ({ sql }) =>
        sql(
          `insert into account_change (household_id, person_id, kind, sealed, masked, takes_effect_month)
           values ($1, $2, 'deposit', 'x', 'x', $3)`,
          [home, person, month],
        ),
      )
    await expect(add(other.id, ana.personId, '2027-01')).rejects.toThrow(/row-level security/)
    await expect(add(id, luc.personId, '2027-01')).rejects.toThrow(/row-level security/)
    await expect(add(id, ana.personId, '2026-11')).rejects.toThrow(/account_change_waits/)
    await add(id, ana.personId, '2027-01')
    const undo = (text: string) => withViewer(ana, ({ sql }) => sql(text))
    await freezeAccount(send(luc, {}))
    await expect(add(id, ana.personId, '2027-01')).rejects.toThrow(/row-level security/)
    await expect(undo('update account_freeze set lifted_at = app_now()')).rejects.toThrow(/permission denied/)
    await expect(undo('update account_change set cancelled_at = null')).rejects.toThrow(/permission denied/)
    await expect(undo(`select lift_freeze('${id}')`)).rejects.toThrow(/permission denied/)
    await expect(undo('select * from account_freeze_link')).rejects.toThrow(/permission denied/)
    await expect(undo(`select freeze_account('${other.id}', 'adult', '2026-12')`)).rejects.toThrow(
      /permission denied/,
    )
  })
})
