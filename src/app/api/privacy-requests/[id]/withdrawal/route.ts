import { z } from 'zod'
import { withdrawRequest } from '@/features/privacy/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'privacy:ask',
  parks: false,
  input: z.object({}),
  run: withdrawRequest,
})
