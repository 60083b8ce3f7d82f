import { makeSpouseCode } from '@/features/spouse/commands'
import { nothingSchema } from '@/features/spouse/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  parks: false,
  input: nothingSchema,
  run: makeSpouseCode,
})
