import { expect, test } from 'vitest'
import { instant } from '@/domain/calendar'
import { moveClock } from '../../prisma/demo-clock'
import { withWorld } from '../support/world'

const world = withWorld()
const at = (text: string) => moveClock(world.owner, instant(text))

test('explore', async () => {
  await at('2026-11-24T15:00:00.000Z')
  const { runPayments } = await import('@/jobs/payments')
  await runPayments()
  console.log(await world.owner.paymentRun.findMany())
  console.log((await world.owner.paymentItem.findMany({ take: 60 })).map((x) => [x.fileNumber, x.state, x.totalCents, x.payCents, x.beforeCents, x.carriedForward, JSON.stringify(x.why)].join(' ')).join('\n'))
})
