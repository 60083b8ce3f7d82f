import { inPlace } from '@/features/assisted/commands'
import { submitChange } from '@/features/statement/commands'
import { draftSchema } from '@/features/statement/draft'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:assist',
  input: draftSchema,
  run: inPlace(submitChange),
})
