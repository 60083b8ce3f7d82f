import { withdraw } from '@/features/following/commands'
import { withdrawalSchema } from '@/features/following/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  input: withdrawalSchema,
  parks: false,
  run: withdraw,
})
