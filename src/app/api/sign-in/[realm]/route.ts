import { beginSignIn } from '@/features/account/commands'
import { signInSchema } from '@/features/account/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'session:start',
  input: signInSchema,
  run: beginSignIn,
})
