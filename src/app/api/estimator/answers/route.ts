import { saveAnswers } from '@/features/estimator/commands'
import { answersSchema } from '@/features/estimator/draft'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'estimator:use',
  input: answersSchema,
  run: saveAnswers,
})
