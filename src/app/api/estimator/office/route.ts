import { keepPostalCode } from '@/features/estimator/commands'
import { postalSchema } from '@/features/estimator/draft'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'estimator:use',
  input: postalSchema,
  run: keepPostalCode,
})
