import { describe, expect, test } from 'vitest'
import { staff, withWorld } from '../../support/world'
import { moveClockBy, takeDecision, taskOf } from './deciding'

const world = withWorld()
const decisions = () => world.owner.decision.findMany({ orderBy: { id: 'asc' } })

describe('a decision is written', () => {
  test('DW-01 with its number, its reasons, its language, and when it leaves', async () => {
    const taskId = await taskOf(world.owner, 'Adèle')
    const jules = await staff(world.owner, 'Jules Agent')
    const { id, number } = await takeDecision(jules, taskId, {
      outcome: 'accepted',
      reasons: [{ code: 'agreesWithFile' }],
      needsSecond: false,
    })
    const row = await world.owner.decision.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({
      number,
      outcome: 'accepted',
      language: 'fr',
      decidedBy: jules.staffId,
      replaces: null,
    })
    expect(row.leavesAt!.getTime() - row.decidedAt.getTime()).toBe(30 * 60_000)
  })

  test('DW-02 another one before it has left undoes it; after, it replaces it, and undoing gives it its place back', async () => {
    const taskId = await taskOf(world.owner, 'Adèle')
    const jules = await staff(world.owner, 'Jules Agent')
    const refusal = {
      outcome: 'held',
      reasons: [
        { code: 'documentNotGiven', facts: { document: 'wageProof.applicant.0', day: '2026-11-20' } },
      ],
      needsSecond: false,
    } as const
    const second = await takeDecision(jules, taskId, refusal)
    expect((await decisions()).map(({ undoneAt }) => undoneAt !== null)).toEqual([true, false])
    await moveClockBy(world.owner, 31)
    const third = await takeDecision(jules, taskId, {
      ...refusal,
      outcome: 'accepted',
      reasons: [{ code: 'agreesWithFile' }],
    })
    const rows = await decisions()
    expect(rows.map(({ undoneAt }) => undoneAt !== null)).toEqual([true, false, false])
    expect(rows[2]).toMatchObject({ id: third.id, replaces: second.id })
  })

  test('DW-03 without a lawful reason it is not written', async () => {
    const taskId = await taskOf(world.owner, 'Adèle')
    const jules = await staff(world.owner, 'Jules Agent')
    const before = (await decisions()).length
    await expect(
      takeDecision(jules, taskId, { outcome: 'refused', reasons: [], needsSecond: false }),
    ).rejects.toThrow('noReason')
    expect(await decisions()).toHaveLength(before)
  })

  test('DW-04 one that waits for a second person has no moment to leave', async () => {
    const taskId = await taskOf(world.owner, 'Irène')
    const { id } = await takeDecision(await staff(world.owner, 'Jules Agent'), taskId, {
      outcome: 'refused',
      reasons: [{ code: 'noStatus' }],
      needsSecond: true,
    })
    const row = await world.owner.decision.findUniqueOrThrow({ where: { id } })
    expect(row.leavesAt).toBeNull()
    expect(row.needsSecond).toBe(true)
  })
})
