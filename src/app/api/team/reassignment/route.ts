import { reassign } from '@/features/team/commands'
import { reassignmentSchema } from '@/features/team/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'team:lead',
  input: reassignmentSchema,
  run: reassign,
})
