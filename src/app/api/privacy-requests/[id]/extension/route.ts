import { extendRequest } from '@/features/privacy/office-commands'
import { extensionSchema } from '@/features/privacy/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'privacy:answer',
  input: extensionSchema,
  run: extendRequest,
})
