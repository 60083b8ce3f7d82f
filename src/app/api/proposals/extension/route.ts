import { proposeExtension } from '@/features/proposals/commands'
import { extensionSchema } from '@/features/proposals/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'proposal:make',
  input: extensionSchema,
  run: proposeExtension,
})
