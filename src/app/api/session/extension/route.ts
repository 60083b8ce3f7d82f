import { extendSession } from '@/features/access/commands'
import { extensionSchema } from '@/features/access/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'session:extend',
  input: extensionSchema,
  run: extendSession,
})
