import { beginApplicationWith } from '@/features/assisted/application-commands'
import { beginApplicationSchema } from '@/features/assisted/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:assist',
  parks: false,
  input: beginApplicationSchema,
  run: beginApplicationWith,
})
