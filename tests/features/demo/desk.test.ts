import { expect, test } from 'vitest'
import { seedDesk } from '../../../prisma/seed'
import type { Staff } from '@/server/viewer'
import { withWorld } from '../../support/world'

/*
 * The desk of the demo, as its people find it. Numbered cases:
 *   DD-01 each page of the office of Drummondville has something to show: decisions, one that waits for a second person,
 *         a review that another answers, messages, applications, a file opened from outside, a proposal for two
 */
const world = withWorld()

test('DD-01 shows something on each page', async () => {
  const { owner } = world
  await seedDesk(owner)
  const staff = async (name: string): Promise<Staff> => {
    const { id, role, officeId } = await owner.staffMember.findFirstOrThrow({ where: { name } })
    return {
      ...{ role: role as Staff['role'], staffId: id, name, officeId, assurance: 'oidc' },
      sessionId: '018f0000-0000-7000-8000-000000000002',
    }
  }
  const [jules, marc, nadia] = [
    await staff('Jules Agent'),
    await staff('Marc Cadre'),
    await staff('Nadia Roy'),
  ]
  const { sendDueNotices } = await import('@/features/decisions/leaving-commands')
  expect(await sendDueNotices()).toBe(2)
  const taken = await owner.decision.findMany({ orderBy: { decidedAt: 'asc' } })
  expect(taken.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'held', 'refused'])
  const { findOfficeDecision } = await import('@/features/decisions/office-queries')
  for (const { id, outcome } of taken)
    expect((await findOfficeDecision(jules, id))?.state).toBe(outcome === 'held' ? 'needsSecond' : 'left')
  const { getTeam } = await import('@/features/team/queries')
  const kinds = (await getTeam(marc)).kinds.map(({ kind }) => kind)
  for (const kind of ['statement', 'application', 'message', 'review', 'flag']) expect(kinds).toContain(kind)
  const { listOpenings } = await import('@/features/trail/queries')
  expect((await listOpenings(nadia, '')).lines).toHaveLength(1)
  expect(await owner.proposal.count({ where: { decidedAt: null } })).toBe(1)
  expect(await owner.assistedSession.count()).toBe(1)
})
