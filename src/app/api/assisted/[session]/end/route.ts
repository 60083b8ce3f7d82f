import { end } from '@/features/assisted/commands'
import { nothingSchema } from '@/features/assisted/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:assist',
  parks: false,
  input: nothingSchema,
  run: end,
})
