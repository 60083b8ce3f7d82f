import { extendForHousehold } from '@/features/extending/commands'
import { extendSchema } from '@/features/extending/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'statement:extend',
  input: extendSchema,
  run: extendForHousehold,
})
