import { begin } from '@/features/assisted/commands'
import { beginSchema } from '@/features/assisted/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:assist',
  parks: false,
  input: beginSchema,
  run: begin,
})
