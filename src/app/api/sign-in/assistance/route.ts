import { assistSignIn } from '@/features/access/commands'
import { assistSchema } from '@/features/access/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'sign-in:assist',
  input: assistSchema,
  run: assistSignIn,
})
