import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPost } from '../../support/post'
import { withWorld } from '../../support/world'
import { household, openOffice } from '../statement/office'

/*
 * Servers of mail that are not well, and a provider of texts that is:
 *   SE-13 one that takes the call and says nothing: a text leaves at once; the letter is left after twenty seconds, whole,
 *         and tried a minute later
 *   SE-14 one that greets, then says nothing: the same
 *   SE-15 one that hangs up: the letter is tried once, and a minute later
 */
const world = withWorld({ people: false })
const post = await startPost()
const calls: Socket[] = []
let manner: 'silent' | 'greets' | 'hangsUp' = 'silent'
const unwell = createServer((call) => {
  calls.push(call)
  call.on('error', () => {})
  if (manner !== 'silent') call.write('220 exemple.ca\r\n')
  if (manner === 'hangsUp') setTimeout(() => call.end(), 20)
})
await new Promise<void>((ready) => unwell.listen(0, '127.0.0.1', ready))
Object.assign(process.env, post.env, {
  QUINZE_SMTP: `smtp://127.0.0.1:${(unwell.address() as AddressInfo).port}`,
})
const sendWaiting = async () => (await import('@/features/sending/commands')).sendWaiting()
let office: string

beforeAll(async () => {
  office = await openOffice(world.owner)
})
beforeEach(async () => {
  await world.owner.outbox.deleteMany()
  calls.length = 0
})
afterAll(async () => {
  for (const call of calls) call.destroy()
  unwell.close()
  await post.stop()
})

async function queue(notifyBy: 'email' | 'text') {
  const { viewers } = await household(world.owner, office)
  const { personId } = viewers[0]!
  await world.owner.contact.create({
    data: { personId, email: 'ana@exemple.ca', mobile: '+15145550101', notifyBy },
  })
  await world.owner.outbox.create({ data: { kind: 'message', personId, payload: {} } })
}
/** The letter is whole, waits a minute, and nobody calls the server meanwhile. */
async function waits() {
  const [letter, ...others] = await world.owner.outbox.findMany({ where: { sentAt: null } })
  expect(others).toEqual([])
  expect(letter).toMatchObject({ outcome: null, tries: 1, begunAt: null, refusedBy: [] })
  const wait = letter!.nextAt.getTime() - letter!.failingSince!.getTime()
  expect(Math.round(wait / 1_000)).toBe(60)
  expect(await sendWaiting()).toBe(0)
  expect(calls).toHaveLength(1)
}
/** How long a server is given, and what a busy machine may add. */
const WAIT = { least: 19_000, most: 29_000 }

test.each(['silent', 'greets'] as const)(
  'SE-13, SE-14 one that says nothing (%s)',
  { timeout: 60_000 },
  async (how) => {
    manner = how
    await queue('email')
    await queue('text')
    const began = performance.now()
    const sending = sendWaiting()
    const sent = () => world.owner.outbox.count({ where: { outcome: 'sent' } })
    await expect.poll(sent, { timeout: WAIT.least }).toBe(1)
    expect(performance.now() - began).toBeLessThan(WAIT.least)
    await sending
    expect(performance.now() - began).toBeGreaterThan(WAIT.least)
    expect(performance.now() - began).toBeLessThan(WAIT.most)
    await waits()
  },
)

test('SE-15 one that hangs up', async () => {
  manner = 'hangsUp'
  await queue('email')
  await sendWaiting()
  await waits()
})
