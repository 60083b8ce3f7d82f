import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAddress, addOffice, addSession, addStaff } from '../../../prisma/builders'
import type { Instant } from '@/domain/calendar'
import type { Call } from '@/server/endpoint'
import { viewerOf, type Staff } from '@/server/viewer'
import { withWorld } from '../../support/world'
import { call, household, moveClock, openOffice, unchanged } from '../statement/office'

/*
 * Reminders of November 2026 that go by mail, at the printer of an office. Numbered cases:
 *   RL-01 an office prints those of its own people; each look and each print is in the trail; printed once is gone
 *   RL-02 never for someone who filed, nor after the limit, nor without an address
 *   RL-03 one to a protected address is a supervisor's
 *   RL-04 contact agents and auditors neither read nor print; the database says so too
 */
const world = withWorld({ people: false })
const remind = async () => (await import('@/jobs/reminders')).remindOfStatements()
const list = async (viewer: Staff) =>
  (await import('@/features/letters/reminder-queries')).listReminderLetters(viewer)
const print = async (viewer: Staff, ids: readonly string[]) => {
  const { noteRemindersPrinted } = await import('@/features/letters/reminder-commands')
  const asked = { viewer, input: { letters: ids.join(' ') }, locale: 'fr' } as unknown as Call<Staff, object>
  return (await noteRemindersPrinted(asked)).data?.['code']
}
const fourth = '2026-11-04T15:00:00.000Z' as Instant
type Role = 'agent' | 'supervisor' | 'contact' | 'auditor'
const member = async (role: Role, officeId: string) => {
  const staff = await addStaff(world.owner, { name: role, role, officeId })
  return (await viewerOf(await addSession(world.owner, 'staff', staff))).viewer as Staff
}
async function waiting(office: string, more: { protected?: boolean; address?: boolean } = {}) {
  const { id, viewers } = await household(world.owner, office)
  await world.owner.contact.create({ data: { personId: viewers[0]!.personId, notifyBy: 'letter' } })
  if (more.address !== false)
    await addAddress(world.owner, id, {
      ...{ street: '1, rue Fictive', city: 'Val-des-Tests', postalCode: 'J2B 1A1' },
      ...{ fromDay: '2026-01-01', protected: more.protected ?? false },
    })
  return { id, viewer: viewers[0]! }
}
let near: string
let agent: Staff

beforeAll(async () => {
  near = await openOffice(world.owner)
  agent = await member('agent', near)
})
beforeEach(async () => {
  await moveClock(world.owner, fourth)
  await world.owner.reminder.deleteMany()
  await world.owner.contact.deleteMany()
})

describe('reminders by mail', () => {
  test('RL-01 printed once, by their office, with a trail', async () => {
    const { id } = await waiting(near)
    const far = await addOffice(world.owner, { code: '902' })
    const stranger = await member('agent', far)
    const elsewhere = await waiting(far)
    await remind()
    const [letter, ...others] = (await list(agent)).letters
    expect(others).toEqual([])
    expect(letter).toMatchObject({ address: { street: '1, rue Fictive' }, until: '2026-11-17T04:59:59.999Z' })
    const [theirs] = (await list(stranger)).letters
    const { listLetters } = await import('@/features/letters/queries')
    expect((await listLetters(agent)).reminders).toBe(1)
    expect(await print(stranger, [letter!.id])).toBe('gone')
    expect(await print(agent, [letter!.id, theirs!.id, 'no id'])).toBe('printed')
    expect(await print(agent, [letter!.id])).toBe('gone')
    expect((await list(agent)).letters).toEqual([])
    expect((await list(stranger)).letters).toHaveLength(1)
    expect(await world.owner.reminder.findMany({ where: { printedAt: { not: null } } })).toMatchObject([
      { householdId: id },
    ])
    const trail = await world.owner.audit.findMany({
      where: { householdId: { in: [id, elsewhere.id] }, subjectKind: 'letter', actorId: agent.staffId },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ act, householdId }) => [act, householdId])).toEqual([
      ['looked', id],
      ['printed', id],
    ])
  })

  test('RL-02 who gets none', async () => {
    const filed = await waiting(near)
    await waiting(near, { address: false })
    await waiting(near)
    await remind()
    expect(await world.owner.reminder.count()).toBe(3)
    const { submitStatement } = await import('@/features/statement/commands')
    await submitStatement(call(filed.viewer, unchanged()))
    expect((await list(agent)).letters).toHaveLength(1)
    await moveClock(world.owner, '2026-11-17T15:00:00.000Z' as Instant)
    expect((await list(agent)).letters).toEqual([])
  })

  test('RL-03 a protected address', async () => {
    await waiting(near, { protected: true })
    await remind()
    const supervisor = await member('supervisor', near)
    expect(await list(agent)).toMatchObject({ letters: [], waiting: 1, protectedCount: 1 })
    expect(await list(supervisor)).toMatchObject({ letters: [{}], waiting: 1, protectedCount: 0 })
  })

  test('RL-04 nobody else', async () => {
    await waiting(near)
    await remind()
    const { mayRole } = await import('@/server/permissions')
    for (const role of ['contact', 'auditor'] as const) {
      expect(mayRole(role, 'oidc', 'letters:print')).toBe(false)
      await expect(list(await member(role, near))).rejects.toThrow(/permission denied/)
    }
  })
})
