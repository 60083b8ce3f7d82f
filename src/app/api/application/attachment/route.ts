import { attachApplication } from '@/features/entering/account-commands'
import { nothingSchema } from '@/features/entering/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'application:attach',
  parks: false,
  input: nothingSchema,
  run: attachApplication,
})
