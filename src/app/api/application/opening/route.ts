import { openApplication } from '@/features/entering/account-commands'
import { openingSchema } from '@/features/entering/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'application:attach',
  parks: false,
  input: openingSchema,
  run: openApplication,
})
