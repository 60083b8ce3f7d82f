import { z } from 'zod'
import { freezeAccount } from '@/features/account/freeze-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:freeze',
  parks: false,
  input: z.object({}),
  run: freezeAccount,
})
