import { z } from 'zod'
import { stopReminders } from '@/features/sending/stop'
import { endpoint } from '@/server/endpoint'

// Asked by the program that reads a person's mail: it has no cookies, and no page of ours.
export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'reminders:stop',
  proof: 'none',
  input: z.object({}),
  run: stopReminders,
})
