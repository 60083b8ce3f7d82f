import { writeToApplicant } from '@/features/messages/office-commands'
import { replySchema } from '@/features/messages/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'message:answer',
  reads: 'form',
  input: replySchema,
  run: writeToApplicant,
})
