import { z } from 'zod'
import { withdrawClosing } from '@/features/closing/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  parks: false,
  input: z.object({}),
  run: withdrawClosing,
})
