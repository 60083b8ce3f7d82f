import { keepDraft } from '@/features/notices/commands'
import { draftSchema } from '@/features/notices/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'notices:publish',
  input: draftSchema,
  run: keepDraft,
})
