import { askReview } from '@/features/reviews/commands'
import { reviewSchema } from '@/features/reviews/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'decision:ask-review',
  input: reviewSchema,
  run: askReview,
})
