import { moveDemoClock } from '@/features/demo/commands'
import { moveClockSchema } from '@/features/demo/schema'
import { keepTheDesk } from '@/jobs/as-time-goes-by'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'demo:clock',
  input: moveClockSchema,
  run: moveDemoClock(keepTheDesk),
})
