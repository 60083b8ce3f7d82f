import { z } from 'zod'
import { endOthers } from '@/features/account/session-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  parks: false,
  input: z.object({}),
  run: endOthers,
})
