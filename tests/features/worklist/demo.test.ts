import { expect, it } from 'vitest'
import { askedIn } from '@/features/worklist/asked'
import { getHandOver, listTasks } from '@/features/worklist/queries'
import { findApplication } from '@/features/review/application-queries'
import { staff, withWorld } from '../../support/world'

/*
 * The desk of the demo, as one finds it on the tenth. Numbered cases:
 *   WL-70 Drummondville has something of most kinds, what presses first, and some of it in hand
 *   WL-71 what it lists opens; what was looked at in its time is over
 */
const world = withWorld()

it('WL-70 is lively at Drummondville', async () => {
  const jules = await staff(world.owner, 'Jules Agent')
  const { lines, counts, next } = await listTasks(jules, askedIn({}))
  expect(lines[0]).toMatchObject({ kind: 'application', urgency: 'danger', urgentNeeds: ['noFood'] })
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(
    new Set(['application', 'statement', 'missing', 'message']),
  )
  const promises = lines.filter(({ urgency }) => urgency === 'promise')
  // The promise that is broken, then the one that runs, then those that wait for papers.
  expect(promises.map(({ due }) => due !== null)).toEqual([true, true, false])
  expect(counts.late.count).toBeGreaterThan(0)
  expect(counts.mine.count).toBe(2)
  expect(next).toBeNull()
  expect((await getHandOver(jules, null))!.lines.map(({ state }) => state)).toEqual(['claimed', 'waiting'])
  const karine = await listTasks(await staff(world.owner, 'Karine Agente'), askedIn({}))
  expect(karine.lines.map(({ names }) => names)).toContain('Kim Essai')
})

it('WL-71 opens, and leaves what is over', async () => {
  const jules = await staff(world.owner, 'Jules Agent')
  const { lines } = await listTasks(jules, askedIn({ kind: 'application' }))
  expect(lines).toHaveLength(4)
  for (const { applicationId } of lines)
    expect(await findApplication(jules, applicationId!)).toMatchObject({
      version: 1,
      route: { officeCode: '009' },
    })
  const over = await world.owner.task.findMany({
    where: { endedAt: { not: null } },
    include: { events: true },
  })
  expect(over.length).toBeGreaterThan(0)
  for (const { state, events } of over) {
    expect(['closed', 'withdrawn']).toContain(state)
    expect(events.length).toBeGreaterThan(1)
  }
})
