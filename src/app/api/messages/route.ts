import { sendMessage } from '@/features/messages/commands'
import { messageSchema } from '@/features/messages/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'message:write',
  reads: 'form',
  input: messageSchema,
  run: sendMessage,
})
