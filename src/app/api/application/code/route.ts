import { makeCode } from '@/features/entering/code-commands'
import { codeSchema } from '@/features/entering/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  parks: false,
  input: codeSchema,
  run: makeCode,
})
