import { extendVisit } from '@/features/entering/resume-commands'
import { pageSchema } from '@/features/entering/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  parks: false,
  input: pageSchema,
  run: extendVisit,
})
