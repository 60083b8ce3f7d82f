import { openDocument } from '@/features/documents/opening'
import { pressSchema } from '@/features/documents/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  method: 'GET',
  input: pressSchema,
  run: openDocument,
})
