import { askReview } from '@/features/reviews/commands'
import { reviewSchema } from '@/features/reviews/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:ask-review',
  input: reviewSchema,
  run: askReview,
})
