import { answerRequest } from '@/features/privacy/office-commands'
import { answerSchema } from '@/features/privacy/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'privacy:answer',
  input: answerSchema,
  run: answerRequest,
})
