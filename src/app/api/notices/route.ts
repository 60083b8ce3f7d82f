import { publishNotice } from '@/features/notices/commands'
import { publicationSchema } from '@/features/notices/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'notices:publish',
  input: publicationSchema,
  run: publishNotice,
})
