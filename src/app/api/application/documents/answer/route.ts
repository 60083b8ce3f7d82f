import { answerDocument } from '@/features/documents/commands'
import { answerSchema } from '@/features/documents/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  input: answerSchema,
  run: answerDocument,
})
