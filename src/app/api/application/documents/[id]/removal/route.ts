import { removeDocument } from '@/features/documents/commands'
import { pressSchema } from '@/features/documents/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  parks: false,
  input: pressSchema,
  run: removeDocument,
})
