import { proposeRole } from '@/features/proposals/commands'
import { roleSchema } from '@/features/proposals/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'proposal:make',
  input: roleSchema,
  run: proposeRole,
})
