import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPost } from '../../support/post'
import { withWorld } from '../../support/world'
import { household, openOffice } from '../statement/office'

/*
 * A server of mail that takes the call and says nothing, and a provider of texts that is well:
 *   SE-13 a text leaves at once; the letter is given up after twenty seconds, whole, and tried a minute later
 */
const world = withWorld({ people: false })
const post = await startPost()
const calls: Socket[] = []
const silent = createServer((call) => void calls.push(call))
await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
Object.assign(process.env, post.env, {
  QUINZE_SMTP: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
})
let office: string

beforeAll(async () => {
  office = await openOffice(world.owner)
})
afterAll(async () => {
  for (const call of calls) call.destroy()
  silent.close()
  await post.stop()
})

test('SE-13 a silent server keeps nobody', { timeout: 60_000 }, async () => {
  const { sendWaiting } = await import('@/features/sending/commands')
  for (const notifyBy of ['email', 'text']) {
    const { viewers } = await household(world.owner, office)
    const { personId } = viewers[0]!
    await world.owner.contact.create({
      data: { personId, email: 'ana@exemple.ca', mobile: '+15145550101', notifyBy },
    })
    await world.owner.outbox.create({ data: { kind: 'message', personId, payload: {} } })
  }
  const sending = sendWaiting()
  await expect.poll(() => world.owner.outbox.count({ where: { outcome: 'sent' } })).toBe(1)
  expect(post.texts).toHaveLength(1)
  expect(calls).toHaveLength(1)
  await sending
  const [letter] = await world.owner.outbox.findMany({ where: { sentAt: null } })
  expect(letter).toMatchObject({ outcome: null, tries: 1, begunAt: null, refusedBy: [] })
  const wait = letter!.nextAt.getTime() - letter!.failingSince!.getTime()
  expect(Math.round(wait / 1_000)).toBe(60)
  // It waits: nobody asks the silent server again meanwhile.
  expect(await sendWaiting()).toBe(0)
})
