import { renewCode } from '@/features/letters/commands'
import { renewalSchema } from '@/features/letters/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'access-code:renew',
  input: renewalSchema,
  run: renewCode,
})
