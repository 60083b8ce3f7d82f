import { addToUpload, readUpload } from '@/features/documents/commands'
import { pieceSchema, pressSchema } from '@/features/documents/schema'
import { endpoint } from '@/server/endpoint'

export const { POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  reads: 'bytes',
  parks: false,
  input: pieceSchema,
  run: addToUpload,
})

export const { GET } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  method: 'GET',
  input: pressSchema,
  run: readUpload,
})
