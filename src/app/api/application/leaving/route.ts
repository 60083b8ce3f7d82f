import { leave } from '@/features/entering/resume-commands'
import { nothingSchema } from '@/features/entering/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  parks: false,
  input: nothingSchema,
  run: leave,
})
