import { submitApplication } from '@/features/application/submission'
import { answersSchema } from '@/features/application/draft'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  input: answersSchema,
  run: submitApplication,
})
