import { eraseAnswers } from '@/features/estimator/commands'
import { nothingSchema } from '@/features/estimator/draft'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'estimator:use',
  input: nothingSchema,
  run: eraseAnswers,
})
