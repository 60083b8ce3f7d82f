import { sendMessage } from '@/features/following/commands'
import { messageSchema } from '@/features/following/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  reads: 'form',
  input: messageSchema,
  run: sendMessage,
})
