import { submitChange } from '@/features/statement/commands'
import { draftSchema } from '@/features/statement/draft'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'change:report',
  input: draftSchema,
  run: submitChange,
})
