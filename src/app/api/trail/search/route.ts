import { searchTrail } from '@/features/trail/commands'
import { trailSchema } from '@/features/trail/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'trail:search',
  input: trailSchema,
  run: searchTrail,
})
