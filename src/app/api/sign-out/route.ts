import { z } from 'zod'
import { signOut } from '@/features/account/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'session:end',
  input: z.object({}),
  run: signOut,
})
