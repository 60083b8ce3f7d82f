import { z } from 'zod'
import { liftFreeze } from '@/features/account/freeze-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'account:lift-freeze',
  input: z.object({}),
  run: liftFreeze,
})
